import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { key, manager, officer, recordOne, useWorklists } from './testing';

const { ask, login } = useWorklists(corporate);

const hand = (given = '', { as = officer('olu'), number = 1 } = {}) => {
  const part = (name: string, usual: string) =>
    given.replace(/away:.*/, '').includes(`${name}:`) ? '' : `${name}: ${usual}`;
  const receiver = given.includes('group:') ? '' : part('to', '"eve"');
  return ask(
    `mutation { r: handOverCorporateWork(key: "${key(number)}", ${part('from', '"dan"')} ${receiver}
      ${part('reason', '"Dan leaves on Friday"')} ${given}) { __typename ... on CommandUnusable { part }
      ... on ManyDone { left done { id version } refused { id code } absence { subject } } } }`,
    as,
  );
};
const work = async (subject: string, list = 'MINE') =>
  (await ask(`{ w: corporateWorklist(list: ${list}) { totalCount } }`, officer(subject))).w.totalCount;

/** Complaints that somebody has. */
async function give(count: number, to = 'dan'): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1)
    ids.push(await recordOne({ corporate, login: login() }, number));
  const seen = ids.map((id) => `{ id: "${id}", version: 1 }`).join(' ');
  await ask(
    `mutation { r: assignCorporateComplaints(key: "${key(70)}", complaints: [${seen}], to: "${to}") { __typename } }`,
  );
  return ids.sort();
}

describe('handing work over', () => {
  it('gives all of it to another, with an entry and the reason each, once', async () => {
    const ids = await give(3);
    const first = await hand();
    expect(first.r).toEqual({
      ...{ __typename: 'ManyDone', left: 0, refused: [], absence: null },
      done: ids.map((id) => ({ id, version: 3 })),
    });
    expect([await work('dan'), await work('eve')]).toEqual([0, 3]);
    expect(await hand()).toEqual(first);
    expect((await hand('', { number: 2 })).r.done).toEqual([]);
  });

  it('records that somebody is away, and who stands in', async () => {
    await give(1);
    const away = 'away: { from: "2026-05-06", to: "2026-05-20", standsIn: "eve" }';
    await ask(
      'mutation { a: saveCorporateGroup(id: "first", version: 0, name: "First", members: ["olu"]) { __typename } }',
    );
    expect((await hand(`group: "first" ${away}`)).r.done).toHaveLength(1);
    expect(await work('olu', 'MY_GROUPS')).toBe(1);
    const { a } = await ask('{ a: corporateAbsences { subject to standsIn } }');
    expect(a).toEqual([{ subject: 'dan', to: '2026-05-20', standsIn: 'eve' }]);
  });

  it('that is rehearsed names what would go and what would stay, and leaves work and absences as they are', async () => {
    const ids = await give(2);
    const away = 'away: { from: "2026-05-06", to: "2026-05-20", standsIn: "eve" }';
    const rehearsed = await hand(`${away}, rehearse: true`);
    expect(rehearsed.r.done.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect([await work('dan'), await work('eve')]).toEqual([2, 0]);
    expect(await ask('{ a: corporateAbsences { subject } }')).toEqual({ a: [] });
    expect((await hand(away)).r).toEqual(rehearsed.r);
    expect((await ask('{ a: corporateAbsences { subject } }')).a).toHaveLength(1);
  });

  it('goes on where the other is kept from one of them', async () => {
    const about = await recordOne({ corporate, login: login() }, 9, { complainedAbout: ['eve'] });
    await ask(
      `mutation { r: assignCorporateComplaints(key: "${key(71)}", complaints: [{ id: "${about}", version: 1 }], to: "dan") { __typename } }`,
    );
    const ids = await give(1);
    const { r } = await hand();
    expect(r.done.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(r.refused).toEqual([{ id: about, code: 'PERSON_COMPLAINED_ABOUT' }]);
    expect(await work('dan')).toBe(1);
  });

  it('leaves out what is closed to whoever takes over, and says by what', async () => {
    const [about = '', restricted = '', free = ''] = await give(3);
    await ask(
      `mutation {
        a: recordCorporateConflict(command: "${key(80)}", id: "${about}", subject: "eve", reason: "Kin") { __typename }
        b: restrictCorporateComplaint(command: "${key(81)}", id: "${restricted}", kind: SAFEGUARDING,
          reason: "A child", named: ["olu", "dan"]) { __typename } }`,
    );
    const { r } = await hand();
    expect(r.done).toEqual([{ id: free, version: 3 }]);
    expect(r.refused).toEqual([
      { id: about, code: 'PERSON_HAS_INTEREST' },
      { id: restricted, code: 'PERSON_NOT_ADMITTED' },
    ]);
    expect([await work('dan'), await work('eve')]).toEqual([2, 1]);
  });

  it.each([
    ['from', 'from: "a b"'],
    ['reason', 'reason: " "'],
    ['to', 'to: "dan"'],
    ['group', 'group: "none"'],
    ['away.to', 'away: { from: "2026-05-06", to: "2026-05-01" }'],
    ['away.standsIn', 'away: { from: "2026-05-06", to: "2026-05-06", standsIn: "dan" }'],
  ])('is refused where its %s cannot be meant', async (part, given) => {
    expect((await hand(given)).r).toEqual({ __typename: 'CommandUnusable', part });
  });

  it.each([
    ['a manager', manager('mia')],
    ['an officer of another stream', officer('olu', ['adults'])],
    ['an administrator', { subject: 'ada', role: 'admin' }],
  ])('is not for %s', async (_, as) => {
    expect(await hand('', { as })).toEqual({ refused: ['FORBIDDEN'] });
  });
});
