import fc from 'fast-check';
import { referenceKey } from '../../../domain/references/reference';
import { fixedClock } from '../../../platform/config/clock';
import { migrate } from '../../../platform/postgres/migrate';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { inTransaction } from '../../../platform/transaction/transaction';
import { subgraph } from '../subgraph';
import { FindByReference1735689600140 } from './1735689600140-find-by-reference';

describe('stages that were held before references were sought as they are typed', () => {
  // A character that a text of the database cannot hold is in no reference.
  const written = fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => !text.includes('\0'));
  const references = [
    ...['CSC-2198', 'csc 2198', '#100278851', 'straße ı ſ 12', 'Å-１２', ''],
    ...fc.sample(written, { numRuns: 300, seed: 11 }),
  ];
  let database: TestDatabase;
  const project = <Row>(sql: string, values: readonly unknown[] = []) =>
    inTransaction(database.of('insight'), { subject: 'projection', role: 'projection' }, (transaction) =>
      transaction.query<Row & object>(sql, values),
    );

  beforeAll(async () => {
    const migrations = subgraph.migrations.filter((one) => one !== FindByReference1735689600140);
    database = await testDatabase([{ name: subgraph.name, tables: [], migrations }]);
    for (const table of ['stage_fact', 'contested_stage']) {
      await project(
        `insert into insight.${table} (stage_id, complaint_id, authority, stream, stage, reference, received_on)
         select place::text, place::text, 'stockport', 'CORPORATE', 1, reference, '2021-05-04'
         from unnest($1::text[]) with ordinality as given (reference, place)`,
        [references],
      );
    }
    await migrate({ ownerUrl: database.ownerUrl, subgraphs: [subgraph], clock: fixedClock('2022-01-31') });
  });
  afterAll(() => database.stop());

  it.each(['stage_fact', 'contested_stage'])(
    'have the keys that are written from then on: %s',
    async (table) => {
      const rows = await project<{ reference: string; key: string }>(
        `select reference, reference_key as key from insight.${table} order by stage_id::int`,
      );
      expect(rows).toEqual(references.map((reference) => ({ reference, key: referenceKey(reference) })));
    },
  );

  it('and their keys are written like any other column', async () => {
    await project("update insight.stage_fact set reference_key = 'CSC1' where stage_id = '1'");
    expect(await project("select stage_id from insight.stage_fact where reference_key = 'CSC1'")).toEqual([
      { stage_id: '1' },
    ]);
  });
});
