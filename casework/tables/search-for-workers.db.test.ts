import type { QueryRunner } from 'typeorm';
import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { inTransaction } from '../../platform/transaction/transaction';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { searchForWorkers } from './search-for-workers';
import { searchOwnServicesMigration } from './search-own-services-migration';

const COMMON = 30;

describe('a search of the words of accounts', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase([corporate]);
    await inTransaction(
      database.of('corporate'),
      { subject: 'import', role: 'import' },
      async ({ query }) => {
        await query(`insert into corporate.complaint (id, authority, version)
          select 'corporate-' || n, 'stockport', 1 from generate_series(1, ${COMMON}) n`);
        await query(`insert into corporate.stage
          (id, complaint_id, number, source, key, reference, received_on, ended, service_id, content_hash)
          select 's' || n, 'corporate-' || n, 1, 'corporate-crm', n::text, n::text, date '2021-10-01' - n, false,
            case n % 3 when 0 then 'parks' when 1 then 'roads' end, ''
          from generate_series(1, ${COMMON}) n`);
        await query(`insert into corporate.account (stage_id, surname, summary)
          select 's' || n, 'Madeup' || n, 'common' from generate_series(1, ${COMMON}) n`);
      },
    );
  });
  afterAll(() => database?.stop());

  const search = async (
    who: { role: string; services?: string[]; streams?: string[] },
    { words = 'common', most = 50, after = [null, null] as readonly (string | null)[] } = {},
  ): Promise<string[]> => {
    const scope = { subject: 'mark', ...who };
    const rows = await inTransaction(database.of('corporate'), scope, ({ query }) =>
      query<{ stage_id: string }>('select * from corporate.search_accounts($1, $2::date, $3, $4)', [
        ...[words, ...after, most],
      ]),
    );
    return rows.map(({ stage_id }) => stage_id);
  };
  /** The same, as if there were few enough of a word for it to be common already. */
  const asIfCommon = () =>
    database.owner.query(searchForWorkers('corporate').replaceAll('5000', '2').replaceAll('5001', '3'));
  const PARKS = Array.from({ length: COMMON / 3 }, (_, place) => `s${3 * (place + 1)}`);

  it.each([false, true])(
    'gives managers those of their services, the newest first and page by page (common: %s)',
    async (isCommon) => {
      if (isCommon) await asIfCommon();
      const manager = { role: 'manager', services: ['parks'] };
      expect(await search(manager)).toEqual(PARKS);
      expect(await search(manager, { most: 4 })).toEqual(PARKS.slice(0, 4));
      expect(await search(manager, { most: 4, after: ['2021-09-19', 's12'] })).toEqual(PARKS.slice(4, 8));
      expect(await search(manager, { words: 'madeup4' })).toEqual([]);
      const both = { role: 'manager', services: ['parks', 'roads', 'parks'] };
      expect(await search(both)).toHaveLength(20);
      expect(await search(both, { most: 3 })).toEqual(['s1', 's3', 's4']);
    },
  );

  it('gives nothing to managers of no service, and all to officers cleared alone', async () => {
    for (const services of [[], ['bins']]) expect(await search({ role: 'manager', services })).toEqual([]);
    expect(await search({ role: 'manager', streams: ['corporate'] })).toEqual([]);
    expect(await search({ role: 'officer', streams: ['corporate'], services: ['parks'] })).toHaveLength(
      COMMON,
    );
    for (const role of ['officer', 'analyst', 'admin', 'auditor'])
      expect(await search({ role, services: ['parks'] })).toEqual([]);
  });

  it('leaves out what is restricted from a manager, and what was given to another service since', async () => {
    await database.owner.query(`alter table corporate.restriction no force row level security`);
    await database.owner.query(`insert into corporate.restriction (id, complaint_id, stage_ids, kind, reason, named, version, restricted_by, restricted_at)
      values ('r', 'corporate-3', '{s3}', 'OTHER', 'Made up', '{olu}', 1, 'olu', now())`);
    await inTransaction(
      database.of('corporate'),
      { subject: 'import', role: 'import' },
      async ({ query }) => {
        for (const [id, service] of [
          ['corporate-6', 'roads'],
          ['corporate-9', 'parks'],
        ])
          await query(
            `insert into corporate.live_case (complaint_id, version, stage, state, waits_for, is_ended, is_accepted, service_id,
               received_on, handled_earlier_by, began_at, changed_at)
             values ($1, 1, 1, 'RECEIVED', 'TEAM', false, false, $2, '2021-09-01', '{}', now(), now())`,
            [id, service],
          );
      },
    );
    for (const again of [asIfCommon, () => database.owner.query(searchForWorkers('corporate'))]) {
      expect(await search({ role: 'manager', services: ['parks'] })).toEqual(PARKS.slice(2));
      expect(await search({ role: 'manager', services: ['parks', 'roads'] })).toHaveLength(19);
      await again();
    }
  });

  it('reads the stages of a service in their order, and did before from any', async () => {
    const index = async () =>
      (
        await database.owner.query(
          `select indexdef from pg_indexes where schemaname = 'corporate' and indexname = 'stage_by_service'`,
        )
      )[0].indexdef;
    const migration = new (searchOwnServicesMigration('corporate'))();
    const done = (way: 'up' | 'down') =>
      database.owner.transaction(({ queryRunner }) => migration[way](queryRunner as QueryRunner));
    expect(await index()).toContain('(service_id, received_on, id)');
    await done('down');
    expect(await index()).toContain('(service_id)');
    await done('up');
    expect(await index()).toContain('(service_id, received_on, id)');
  });
});
