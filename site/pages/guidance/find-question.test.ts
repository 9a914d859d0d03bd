import { anyOf, readFindQuestion } from './find-question';

describe('what somebody looks for in the guidance', () => {
  it('is read from the address', () => {
    expect(
      readFindQuestion({ q: ' clock ', kind: 'FAQ', stream: 'ADULTS', review: 'overdue', withdrawn: 'yes' }),
    ).toEqual({
      where: {
        ...{ search: 'clock', kinds: ['FAQ'], streams: ['ADULTS'], reviewOverdue: true, withdrawn: true },
      },
      parameters: { q: 'clock', kind: 'FAQ', stream: 'ADULTS', review: 'overdue', withdrawn: 'yes' },
      problems: [],
    });
    expect(readFindQuestion({ q: '  ', kind: '' })).toEqual({ where: {}, parameters: {}, problems: [] });
  });

  it('is told where it makes no sense, and the rest holds', () => {
    const { where, problems } = readFindQuestion({
      ...{ q: ['a', 'b'], kind: 'toString', stream: 'adults', review: 'x', withdrawn: '1' },
    });
    expect(where).toEqual({});
    expect(problems).toHaveLength(5);
    expect(readFindQuestion({ q: 'x'.repeat(201) }).problems).toHaveLength(1);
  });

  it('is looked for by any of its words where all together are nowhere', () => {
    expect(anyOf('wants compensation, and money')).toBe('wants or compensation or money');
    expect(anyOf('member’s staff "quoted" -not')).toBe('member’s or staff or quoted');
    for (const words of ['clock', '', '-', 'clock or']) expect(anyOf(words)).toBeNull();
  });
});
