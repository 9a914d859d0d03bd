import { forceRowSecurity, keepPartnersWithinStreams, roleIsOneOf, setting } from '../postgres/row-security';
import { type TestDatabase, testDatabase } from '../testing/database';
import { inTransaction } from '../transaction/transaction';
import type { RecordSet } from './record-set';
import { makeRecordView } from './record-view';
import { forgetReturned, keepNoRemovals, keepRemovals, type Removable, removedSql } from './removals';

const FISH: Removable = { schema: 'pond', table: 'fish', id: 'name', hasOwners: true };
const REMOVED: RecordSet = {
  ...{
    name: 'removed-fish',
    part: 'pond',
    scope: 'facts',
    field: 'removed',
    filter: null,
    description: 'Gone.',
  },
  columns: [
    { name: 'id', type: 'text', description: 'Its name.', sortable: true },
    { name: 'removedAt', type: 'moment', description: 'When.', sortable: true },
  ],
};
const READS = `(select ${roleIsOneOf('analyst', 'import')})
  or (${roleIsOneOf('partner')} and coalesce(partner = ${setting('partner')}, false))`;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([{ name: 'pond', tables: [], migrations: [] }]);
  const { owner } = database;
  await owner.query('create schema pond; grant usage on schema pond to public');
  await owner.query('create table pond.fish (name text primary key, stream text, partner text)');
  await owner.query('grant select, insert, update, delete on pond.fish to public');
  const runner = owner.createQueryRunner();
  await forceRowSecurity(runner, 'pond.fish', [
    { name: 'reads', command: 'select', allows: READS },
    ...(['insert', 'update', 'delete'] as const).map((command) => ({
      ...{ name: `import_${command}`, command, allows: roleIsOneOf('import') },
    })),
  ]);
  await keepPartnersWithinStreams(runner, 'pond.fish');
  await keepRemovals(runner, FISH, { reads: READS, roles: ['import'] });
  await makeRecordView(runner, REMOVED, removedSql(FISH));
});
afterAll(() => database.stop());
beforeEach(() => database.owner.query('truncate pond.fish, pond.fish_removed'));

const WHO = {
  analyst: { subject: 'ana', role: 'analyst' },
  protected: { subject: 'ana', role: 'analyst', small_numbers: '5' },
  homes: { subject: 'sid', role: 'partner', partner: 'homes', streams: ['corporate'] },
  care: { subject: 'cal', role: 'partner', partner: 'care', streams: ['corporate'] },
  elsewhere: { subject: 'sid', role: 'partner', partner: 'homes', streams: ['schools'] },
  auditor: { subject: 'aud', role: 'auditor' },
} as const;

const change = (sql: string) =>
  inTransaction(database.of('pond'), { subject: 'import', role: 'import' }, ({ query }) =>
    query<{ id: string; removed_at: Date }>(sql),
  );
const gone = (who: keyof typeof WHO): Promise<string[]> =>
  inTransaction(database.of('pond'), WHO[who], async ({ query }) => {
    const rows = await query<{ id: string }>('select id from bi.removed_fish order by id');
    return rows.map(({ id }) => id);
  });
const toldTo = async () =>
  Object.fromEntries(
    await Promise.all(
      (['analyst', 'protected', 'homes', 'care', 'elsewhere', 'auditor'] as const).map(async (who) => [
        who,
        await gone(who),
      ]),
    ),
  );

const NOBODY = { analyst: [], protected: [], homes: [], care: [], elsewhere: [], auditor: [] };
const add = (...names: string[]) =>
  change(
    `insert into pond.fish values ${names.map((name) => `('${name}', 'CORPORATE', 'homes')`).join(', ')}`,
  );

describe('what is removed from a table', () => {
  it('is told to those who could see it, and to nobody else', async () => {
    await add('carp', 'tench');
    await change("insert into pond.fish values ('pike', 'CORPORATE', null)");
    expect(await toldTo()).toEqual(NOBODY);
    await change('delete from pond.fish');
    expect(await toldTo()).toEqual({
      ...NOBODY,
      analyst: ['carp', 'pike', 'tench'],
      homes: ['carp', 'tench'],
    });
  });

  it('is told no more when it is back, and anew when it goes again', async () => {
    await add('carp');
    await change('delete from pond.fish');
    await add('carp');
    expect(await toldTo()).toEqual(NOBODY);
    const [first] = await change('select removed_at from pond.fish_removed');
    await change('delete from pond.fish');
    expect(await gone('analyst')).toEqual(['carp']);
    const [second] = await change('select removed_at from pond.fish_removed');
    expect(Number(second?.removed_at)).toBeGreaterThan(Number(first?.removed_at));
  });

  it('is told to a partner whose it is no longer, to the other one not, and to those who still see it not', async () => {
    await add('carp');
    await change("update pond.fish set partner = 'care'");
    expect(await toldTo()).toEqual({ ...NOBODY, homes: ['carp'] });
    await change("update pond.fish set partner = 'homes'");
    expect(await toldTo()).toEqual({ ...NOBODY, care: ['carp'] });
    await change("update pond.fish set name = 'tench', partner = 'homes'");
    expect(await toldTo()).toMatchObject({ homes: [] });
  });

  it('is forgotten where it is back', async () => {
    await add('carp', 'tench');
    await change('delete from pond.fish');
    await add('carp');
    await change(forgetReturned(FISH));
    expect(await change('select id from pond.fish_removed')).toEqual([{ id: 'tench' }]);
  });

  it('is noted for nobody who may not remove', async () => {
    const { analyst } = WHO;
    const writing = inTransaction(database.of('pond'), analyst, ({ query }) =>
      query("insert into pond.fish_removed (id, removed_at) values ('x', now())"),
    );
    await expect(writing).rejects.toThrow('row-level security');
  });

  it('is kept no more where that is taken back', async () => {
    const runner = database.owner.createQueryRunner();
    await runner.query('drop view bi.removed_fish');
    await keepNoRemovals(runner, FISH);
    await add('carp');
    await change('delete from pond.fish');
    expect(await runner.query("select to_regclass('pond.fish_removed') as there")).toEqual([{ there: null }]);
    await runner.release();
  });
});
