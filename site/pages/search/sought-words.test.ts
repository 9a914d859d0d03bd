import { readSoughtWords } from './sought-words';

describe('what is searched for among people', () => {
  it('is what somebody typed, with single blanks', () => {
    expect(readSoughtWords({ words: '  made   up ' })).toEqual({ words: 'made up', problem: null });
    expect(readSoughtWords({ words: 'Łu' }).problem).toBeNull();
  });

  it.each([
    [{}, /Write a name/],
    [{ words: '   ' }, /Write a name/],
    [{ words: ['made', 'up'] }, /Write a name/],
    [{ words: 'a b c' }, /two letters/],
    [{ words: '--- !!' }, /two letters/],
    [{ words: 'x'.repeat(101) }, /at most/],
    [{ words: 'ab '.repeat(11) }, /at most/],
  ])('is refused where nothing could be found by it: %j', (form, says) => {
    expect(readSoughtWords(form).problem).toMatch(says);
  });
});
