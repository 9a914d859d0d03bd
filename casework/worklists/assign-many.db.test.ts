import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { key, manager, officer, recordOne, useWorklists } from './testing';

const { ask, login, audited } = useWorklists(corporate);

const record = (number: number) => recordOne({ corporate, login: login() }, number);
const seen = (...given: readonly (readonly [string, number])[]) =>
  given.map(([id, version]) => `{ id: "${id}", version: ${version} }`).join(' ');
const MANY = `{ __typename ... on CommandUnusable { part } ... on ManyDone { left absence { subject }
  done { id version complaint { id } } refused { id code complaint { id } } } }`;
const assign = (complaints: string, receiver = 'to: "dan"', { as = officer('olu'), number = 1 } = {}) =>
  ask(
    `mutation { r: assignCorporateComplaints(key: "${key(number)}", complaints: [${complaints}], ${receiver}) ${MANY} }`,
    as,
  );
const work = (subject: string, list = 'MINE') =>
  ask(`{ w: corporateWorklist(list: ${list}) { totalCount } }`, officer(subject));
const done = (id: string, version: number) => ({ id, version, complaint: { id } });

describe('assigning many complaints', () => {
  it('does each by itself, and refuses what was changed or is not there', async () => {
    const [one, two] = [await record(1), await record(2)];
    const { r } = await assign(seen([one, 1], [two, 7], ['corporate-none', 1]));
    expect(r).toMatchObject({ __typename: 'ManyDone', left: 0, absence: null, done: [done(one, 2)] });
    const codes = new Map(r.refused.map(({ id, code }: { id: string; code: string }) => [id, code]));
    expect(codes).toEqual(
      new Map([
        [two, 'COMPLAINT_CHANGED'],
        ['corporate-none', 'CASE_NOT_FOUND'],
      ]),
    );
    expect(await work('dan')).toEqual({ w: { totalCount: 1 } });
  });

  it('asked again is answered the same, whatever happened since; its name is nobody else’s', async () => {
    const one = await record(1);
    const first = await assign(seen([one, 1]));
    await assign(seen([one, 2]), 'to: "eve"', { number: 2 });
    expect(await assign(seen([one, 1]))).toEqual(first);
    expect(await work('eve')).toEqual({ w: { totalCount: 1 } });
    const taken = { r: { __typename: 'CommandUnusable', part: 'key' } };
    expect(await assign(seen([one, 3]))).toEqual(taken);
    expect(await assign(seen([one, 1]), 'to: "dan"', { as: officer('eve') })).toEqual(taken);
  });

  it('that is rehearsed says what would come of each, changes nothing, and leaves the key free', async () => {
    const [one, two] = [await record(1), await record(2)];
    const before = await audited();
    const rehearsed = await assign(seen([one, 1], [two, 7]), 'to: "dan", rehearse: true');
    expect(rehearsed.r).toMatchObject({
      ...{ done: [done(one, 2)], refused: [{ id: two, code: 'COMPLAINT_CHANGED', complaint: { id: two } }] },
    });
    expect(await work('dan')).toEqual({ w: { totalCount: 0 } });
    expect(await audited()).toEqual(before);
    const same = await assign(seen([one, 1], [two, 7]));
    expect(same).toEqual(rehearsed);
    expect(await work('dan')).toEqual({ w: { totalCount: 1 } });
  });

  it('gives them to a group that there is, and says where whoever has them is away', async () => {
    const one = await record(1);
    const to = 'group: "first"';
    expect((await assign(seen([one, 1]), to)).r).toEqual({ __typename: 'CommandUnusable', part: 'group' });
    await ask(
      `mutation { a: saveCorporateGroup(id: "first", version: 0, name: "First", members: ["eve"]) { __typename }
        b: recordCorporateAbsence(key: "${key(50)}", subject: "dan", from: "2026-05-01", to: "2026-05-31") { __typename } }`,
    );
    expect((await assign(seen([one, 1]), to)).r).toMatchObject({ done: [done(one, 2)], absence: null });
    expect(await work('eve', 'MY_GROUPS')).toEqual({ w: { totalCount: 1 } });
    const away = await assign(seen([one, 2]), 'to: "dan"', { number: 2 });
    expect(away.r).toMatchObject({ done: [done(one, 3)], absence: { subject: 'dan' } });
  });

  it.each([
    ['complaints', '', 'to: "dan"'],
    ['complaints', seen(['a', 1], ['a', 2]), 'to: "dan"'],
    [
      'complaints',
      seen(...Array.from({ length: 201 }, (_, index) => [`c-${index}`, 1] as const)),
      'to: "dan"',
    ],
    ['to', seen(['a', 1]), ''],
    ['to', seen(['a', 1]), 'to: "dan", group: "first"'],
    ['to', seen(['a', 1]), 'to: "a b"'],
  ])('is refused where its %s cannot be meant', async (part, complaints, receiver) => {
    expect((await assign(complaints, receiver)).r).toEqual({ __typename: 'CommandUnusable', part });
  });

  it.each([
    ['a manager', manager('mia')],
    ['an officer of another stream', officer('olu', ['adults'])],
    ['an analyst', { subject: 'ann', role: 'analyst' }],
    ['a key', { ...officer('olu'), credential: 'key' as const }],
  ])('is not for %s', async (_, as) => {
    expect(await assign(seen(['a', 1]), 'to: "dan"', { as })).toEqual({ refused: ['FORBIDDEN'] });
  });

  it('by two people at once, in whatever order, leaves each complaint with one of them', async () => {
    const ids = [await record(1), await record(2), await record(3), await record(4)];
    const all = ids.map((id) => [id, 1] as const);
    const [one, other] = await Promise.all([
      assign(seen(...all)),
      assign(seen(...[...all].reverse()), 'to: "eve"', { as: officer('eve'), number: 2 }),
    ]);
    expect(one.r.done.length + other.r.done.length).toBe(4);
    expect(one.r.refused.length + other.r.refused.length).toBe(4);
  });
});
