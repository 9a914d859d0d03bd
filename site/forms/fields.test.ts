import { fieldsWith, textOf, textsIn, textsOf, wholeTextOf } from './fields';

describe('the fields of a form', () => {
  it('are read without blanks around them, and are nothing where they came twice', () => {
    expect(textOf({ title: '  Mine \r\n and yours ' }, 'title')).toBe('Mine \n and yours');
    expect(textOf({ title: ['a', 'b'] }, 'title')).toBe('');
    expect(textsIn({ title: 'a' }, ['title', 'place'])).toEqual({ title: 'a', place: '' });
  });

  it('are read to the letter where blanks count, but for the line ends of browsers', () => {
    expect(wholeTextOf({ body: ' a\r\nb\rc\n' }, 'body')).toBe(' a\nb\nc\n');
    expect(wholeTextOf({}, 'body')).toBe('');
  });

  it('may come several times where they are boxes to tick', () => {
    expect(textsOf({ came: '1' }, 'came')).toEqual(['1']);
    expect(textsOf({ came: ['1', '3'] }, 'came')).toEqual(['1', '3']);
    expect(textsOf({}, 'came')).toEqual([]);
  });

  it('show what was typed with what is wrong, and say what describes them', () => {
    const field = fieldsWith({ seats: 'many' }, [{ field: 'seats', says: 'Write a number.' }]);
    expect(field('seats', 'Seats', 'How many can come')).toMatchObject({
      ...{ value: 'many', error: 'Write a number.', describedBy: 'seats-hint seats-error' },
    });
    expect(field('title', 'Title')).toMatchObject({ value: '', error: null, describedBy: null });
  });
});
