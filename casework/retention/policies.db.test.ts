import { subgraph as childrens } from '../../subgraphs/childrens/subgraph';
import { retentionFunctions } from './functions';
import { retentionPolicies } from './policies';
import { asOwner, command, decide, hold, idOf, inScope, stage, useStages } from './testing';

useStages(childrens, [stage('A'), stage('B')], { isOnce: true });

const TABLES = ['legal_hold', 'retention_decision', 'anonymised_stage'] as const;
const OFFICER = { subject: 'olu', role: 'officer', streams: 'childrens' };
const COUNTS = TABLES.map((table) => `(select count(*)::int from childrens.${table}) as ${table}`).join(', ');

describe('the tables of retention', () => {
  beforeAll(async () => {
    await decide({ id: idOf('B') });
    await hold();
  });

  it.each<[string, Record<string, string>, readonly number[]]>([
    ['an officer who is cleared', OFFICER, [1, 1, 1]],
    ['an administrator', { subject: 'ada', role: 'admin' }, [1, 1, 1]],
    ['an officer of other streams', { ...OFFICER, streams: 'adults' }, [0, 0, 1]],
    ['an analyst', { subject: 'ana', role: 'analyst' }, [0, 0, 1]],
    ['an auditor', { subject: 'aud', role: 'auditor' }, [0, 0, 0]],
    ['a partner', { subject: 'sid', role: 'partner', partner: 'x' }, [0, 0, 0]],
    ['nobody', {}, [0, 0, 0]],
  ])('are seen by %s as far as they may, by the database alone', async (_, scope, counts) => {
    const [row] = await inScope(scope, `select ${COUNTS}`);
    expect(TABLES.map((table) => row?.[table])).toEqual(counts);
  });

  const holding = (by: string) =>
    `insert into childrens.legal_hold values ('x', '${idOf('A')}', '{}', 'x', '${by}', now(), null, null, null)`;
  const deciding = (by: string) =>
    `insert into childrens.retention_decision values ('x', '${idOf('A')}', 'REFUSE', 'ERASURE', 'x', null, '${by}', now())`;
  it.each<[string, Record<string, string>, string]>([
    ['hold for another', OFFICER, holding('ada')],
    ['hold without clearance', { ...OFFICER, streams: 'adults' }, holding('olu')],
    ['hold by a key', { ...OFFICER, credential: 'key' }, holding('olu')],
    ['decide for another', OFFICER, deciding('ada')],
    ['decide as an administrator', { subject: 'ada', role: 'admin' }, deciding('ada')],
    ['decide by a key', { ...OFFICER, credential: 'key' }, deciding('olu')],
    ['mark a stage', OFFICER, `insert into childrens.anonymised_stage values ('x', 'x', now())`],
    ['unmark one', OFFICER, 'delete from childrens.anonymised_stage'],
    ['change a decision', OFFICER, `update childrens.retention_decision set reason = 'x'`],
    ['change why it is held', OFFICER, `update childrens.legal_hold set reason = 'x'`],
    ['remove a hold', OFFICER, 'delete from childrens.legal_hold'],
    [
      'carry out another’s decision',
      { ...OFFICER, subject: 'cora' },
      `select childrens.anonymise('${command(1)}')`,
    ],
  ])('let nobody %s', async (_, scope, sql) => {
    await expect(inScope(scope, sql)).rejects.toThrow(/row-level security|permission denied|Nobody decided/);
  });

  it('keep an officer away from what they have an interest in', async () => {
    await asOwner(`set scope.role = 'admin'; set scope.subject = 'ada'`);
    await asOwner(`insert into childrens.conflict_of_interest values
      ('c', '${idOf('A')}', '{}', 'olu', 'RECORDED', 'x', 'ada', now(), null, null, null)`);
    expect(await inScope(OFFICER, 'select 1 from childrens.legal_hold')).toEqual([]);
    await expect(inScope(OFFICER, deciding('olu'))).rejects.toThrow('row-level security');
  });

  it('are those that are told of, with the functions that work on them', async () => {
    const kept = { schema: 'childrens', people: ['stage_people', 'account'] };
    for (const { name } of retentionFunctions(kept))
      expect((await asOwner(`select to_regprocedure('childrens.${name}') as there`))[0].there).not.toBeNull();
    expect(retentionPolicies('childrens').map(({ table }) => table)).toEqual(
      [...TABLES, 'preserved_people'].map((table) => `"childrens".${table}`),
    );
  });
});
