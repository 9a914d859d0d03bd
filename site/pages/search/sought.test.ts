import { readSought, severalOf } from './sought';

describe('looking for a reference', () => {
  it('takes what somebody typed, without the blanks around it', () => {
    expect(readSought('  19 003 720 ')).toEqual({ kind: 'sought', reference: '19 003 720' });
  });

  it.each([undefined, '', '   ', ['1', '2']])('is nothing for %j', (given) => {
    expect(readSought(given).kind).toBe('nothing');
  });

  it('repeats nothing that is too long for a reference', () => {
    expect(readSought('x'.repeat(61))).toEqual({ kind: 'too-long', reference: '' });
    expect(readSought('x'.repeat(60)).kind).toBe('sought');
  });

  it('finds the references that a refusal names', () => {
    const says = (names: string) =>
      `\`reference\` fits several complaints: ${names}. Write the one that is meant exactly so.`;
    expect(severalOf(says('100/1, 10-01'))).toEqual(['100/1', '10-01']);
    expect(severalOf(says('A.1, A1, a1 and others'))).toEqual(['A.1', 'A1', 'a1']);
    expect(severalOf('Something else is wrong.')).toEqual([]);
  });
});
