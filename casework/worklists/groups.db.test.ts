import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { aCase, manager, officer, plantCases, useWorklists } from './testing';

const { ask, login, audited } = useWorklists(corporate);

const GROUP = '{ id name members callGroups version }';
const save = (given = '', as = officer('olu')) => {
  const part = (name: string, usual: string) => (given.includes(`${name}:`) ? '' : `${name}: ${usual}`);
  const usual = [part('id', '"first"'), part('version', '0'), part('name', '"First contact"')].join(' ');
  return ask(
    `mutation { r: saveCorporateGroup(${usual} ${part('members', '["olu", "eve", "olu"]')} ${given}) {
      __typename ... on GroupSaved { group ${GROUP} } ... on GroupChanged { code group ${GROUP} }
      ... on CommandUnusable { part } } }`,
    as,
  );
};
const FIRST = {
  ...{ id: 'first', name: 'First contact', members: ['eve', 'olu'], callGroups: [], version: 1 },
};

describe('a group', () => {
  it('is made, said anew by the version that was seen, and the same again changes nothing', async () => {
    for (const _ of [1, 2]) expect((await save()).r).toEqual({ __typename: 'GroupSaved', group: FIRST });
    const changed = { ...FIRST, members: ['dan'], callGroups: ['Complaints'], version: 2 };
    const more = 'version: 1 members: ["dan"] callGroups: ["Complaints"]';
    expect((await save(more, officer('eve'))).r).toEqual({ __typename: 'GroupSaved', group: changed });
    expect((await save('version: 1')).r).toEqual({
      ...{ __typename: 'GroupChanged', code: 'GROUP_CHANGED', group: changed },
    });
  });

  it('is in the audit log for each change, and for no other asking', async () => {
    for (const _ of [1, 2]) await save();
    await save('version: 1 members: ["dan"]', officer('eve'));
    await save('version: 1 members: ["olu"]');
    expect(await audited()).toEqual([
      { action: 'GROUP_SAVE', actor: 'olu', record_id: 'first' },
      { action: 'GROUP_SAVE', actor: 'eve', record_id: 'first' },
    ]);
  });

  it.each([
    ['version', 'version: 3'],
    ['id', 'id: "First"'],
    ['name', 'name: " "'],
    ['members', 'members: ["a b"]'],
    ['callGroups', 'callGroups: [""]'],
  ])('is refused where its %s cannot be meant', async (part, given) => {
    expect((await save(given)).r).toEqual({ __typename: 'CommandUnusable', part });
    expect(await ask('{ g: corporateGroups { id } }')).toEqual({ g: [] });
  });

  it.each([
    ['an officer of another stream', officer('olu', ['adults'])],
    ['a manager', manager('mia')],
    ['an administrator', { subject: 'ada', role: 'admin' }],
    ['a key', { ...officer('olu'), credential: 'key' as const }],
  ])('is not made by %s', async (_, as) => {
    expect(await save('', as)).toEqual({ refused: ['FORBIDDEN'] });
  });

  it('is seen by officers, and by a manager who is in it', async () => {
    await save('members: ["mia"]');
    const seen = (as: object) => ask('{ g: corporateGroups { id } }', as);
    expect(await seen(officer('eve'))).toEqual({ g: [{ id: 'first' }] });
    expect(await seen(manager('mia'))).toEqual({ g: [{ id: 'first' }] });
    expect(await seen(manager('max'))).toEqual({ g: [] });
    expect(await seen(officer('olu', []))).toEqual({ refused: ['FORBIDDEN'] });
  });

  it('gives those who are in it its work, and nobody else', async () => {
    await save();
    await plantCases(login(), [aCase('1', { assigned_group: 'first' }), aCase('2')]);
    const list = (as: object) =>
      ask('{ w: corporateWorklist(list: MY_GROUPS) { totalCount edges { node { version } } } }', as);
    expect(await list(officer('eve'))).toEqual({ w: { totalCount: 1, edges: [{ node: { version: 1 } }] } });
    expect(await list(officer('dan'))).toEqual({ w: { totalCount: 0, edges: [] } });
  });
});
