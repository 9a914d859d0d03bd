import { openIn } from './open-in';

const decisions = new Map([
  ['open0', 'people'],
  ['open1', 'child'],
]);
const told = (data: object) => {
  const { data: open, errors } = openIn({ ...data }, decisions);
  return [open, errors.map(({ path }) => path?.join('.'))];
};

describe('an answer with decisions on people beside them', () => {
  it('gives what is open, without the decisions', () => {
    expect(told({ case: { people: ['a'], open0: true, child: { id: 1 }, open1: true } })).toEqual([
      { case: { people: ['a'], child: { id: 1 } } },
      [],
    ]);
  });

  it.each([false, null, undefined, 'true', 1])('gives nothing where the decision is %j', (open0) => {
    expect(told({ list: [{ people: ['a'], open0, id: 1 }] })).toEqual([
      { list: [{ people: null, id: 1 }] },
      ['list.0.people'],
    ]);
  });

  it('goes by each place of its own', () => {
    const data = {
      cases: [{ people: ['a'], open0: false }, { people: ['b'], open0: true }, null],
      people: ['no case'],
    };
    expect(told(data)).toEqual([
      { cases: [{ people: null }, { people: ['b'] }, null], people: ['no case'] },
      ['cases.0.people'],
    ]);
  });

  it('refuses nothing where the part gave nothing', () => {
    expect(told({ case: { people: [], open0: false, child: null, open1: false } })).toEqual([
      { case: { people: [], child: null } },
      [],
    ]);
  });
});
