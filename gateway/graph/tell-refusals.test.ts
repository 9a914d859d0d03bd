import { tellRefusals } from './tell-refusals';

const WHO = { key: 'who', field: 'borrower', message: 'Your role may not ask for borrower.' };
const WHY = { key: 'why', field: 'reason', message: 'Your role may not ask for reason.' };
const refusals = new Map([
  ['closed0', WHO],
  ['closed1', WHY],
]);

const told = (data: Readonly<Record<string, unknown>>, maxErrors?: number) => {
  const { data: whole, errors } = tellRefusals(data, refusals, maxErrors === undefined ? {} : { maxErrors });
  return { whole, errors: errors.map(({ path, message, extensions }) => ({ path, message, ...extensions })) };
};

describe('a refused field', () => {
  it('is null under its own name and in its own place, with an error of its path', () => {
    const { whole, errors } = told({
      books: [{ id: 1, closed0: 'Book', title: 'One' }, null, { closed0: 'Book' }],
    });
    expect(JSON.stringify(whole)).toBe('{"books":[{"id":1,"who":null,"title":"One"},null,{"who":null}]}');
    expect(errors).toEqual([
      { path: ['books', 0, 'who'], message: WHO.message, code: 'FORBIDDEN' },
      { path: ['books', 2, 'who'], message: WHO.message, code: 'FORBIDDEN' },
    ]);
  });

  it('is told in lists of lists, and where a part that is down left null in its place', () => {
    const { whole, errors } = told({ closed1: null, shelves: [[{ closed0: 'Book' }], []] });
    expect(whole).toEqual({ why: null, shelves: [[{ who: null }], []] });
    expect(errors.map(({ path }) => path)).toEqual([['why'], ['shelves', 0, 0, 'who']]);
  });

  it('leaves everything else as it is', () => {
    const data = { a: 0, b: false, c: null, d: '', e: [], f: [1, null], g: { h: 'closed0' } };
    expect(told(data)).toEqual({ whole: data, errors: [] });
  });

  it('shares an error with the further places of its field past the bound', () => {
    const rows = Array.from({ length: 5 }, () => ({ closed0: 'Book', closed1: 'Book' }));
    const { whole, errors } = told({ rows }, 3);
    expect(whole).toEqual({ rows: rows.map(() => ({ who: null, why: null })) });
    expect(errors.map(({ path }) => path?.join('.'))).toEqual([
      ...['rows.0.who', 'rows.0.why', 'rows.1.who'],
      ...['rows.1.why', 'rows.2.who'],
    ]);
    expect(errors.slice(3).map(({ message }) => message)).toEqual([
      `${WHY.message} So it is at 4 places of this answer, of which this is the first.`,
      `${WHO.message} So it is at 3 places of this answer, of which this is the first.`,
    ]);
  });
});
