import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { subgraph } from '../subgraph';
import { type ServedIntake, serveIntake } from '../testing';

let database: TestDatabase;
let served: ServedIntake;

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  served = await serveIntake(database.of('intake'), { subject: 'olu' });
});
afterAll(async () => {
  await served.stop();
  await database.stop();
});

describe('100,000 entries', () => {
  const MANY = 100_000;

  beforeAll(async () => {
    await withSettingsKept({ role: 'import' }, [
      `insert into intake.import_run (id, source, file, state, started_at) values (50, 'many', 'many.csv', 'failed', now())`,
      `insert into intake.fault (run_id, place, owner, line, code, action)
       select 50, n, 'corporate', n, case when n % 50000 = 0 then 'RARE' else 'USUAL' end, 'Noted.'
       from generate_series(1, ${MANY}) n`,
      `insert into intake.quarantined_row
         (source, content_hash, occurrence, id, owner, first_line, line, raw, reasons, first_run_id, last_run_id)
       select 'many', n::text, 1, md5(n::text), 'corporate', n, n, '{}', '[{"code": "USUAL"}]', 50, 50
       from generate_series(1, ${MANY}) n`,
    ]);
    await database.owner.query('analyze intake.fault');
    await database.owner.query('analyze intake.quarantined_row');
  });

  async function withSettingsKept(settings: Record<string, string>, statements: readonly string[]) {
    const runner = database.of('intake').createQueryRunner();
    await runner.startTransaction();
    for (const [name, value] of Object.entries(settings))
      await runner.query('select set_config($1, $2, true)', [`scope.${name}`, value]);
    for (const statement of statements) await runner.query(statement);
    await runner.commitTransaction();
    await runner.release();
  }

  const OFFICER = { role: 'officer', streams: ['corporate'] };
  interface Page {
    readonly edges: unknown[];
    readonly pageInfo: { endCursor: string };
  }

  it.each([
    ['faults', 'first: 50', 50],
    ['faults', 'where: { runs: ["50"] }', 50],
    ['faults', 'where: { codes: ["RARE"] }', 2],
    ['faults', 'where: { owners: ["corporate"] }', 50],
    ['quarantinedRows', 'first: 50', 50],
    ['quarantinedRows', 'where: { owners: ["corporate"] }', 50],
  ])('%s(%s) comes a page at a time', async (field, args, expected) => {
    const answer = await served.ask(
      `{ ${field}(${args}) { edges { node { id } } pageInfo { endCursor } } }`,
      OFFICER,
    );
    const page = (answer.data as Record<string, Page>)[field];
    expect(page?.edges).toHaveLength(expected);
  });

  it.each(['faults', 'quarantinedRows'])('%s: the last page is reached from its cursor', async (field) => {
    const far = await served.ask(
      `{ ${field}(where: { runs: ["50"] }, first: 200) { pageInfo { endCursor } } }`,
      OFFICER,
    );
    let after = (far.data as Record<string, Page>)[field]?.pageInfo.endCursor ?? '';
    const parts = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    const last = parts.map((part) => (part === 200 ? MANY - 10 : part));
    after = Buffer.from(JSON.stringify(last)).toString('base64url');
    const answer = await served.ask(
      `{ ${field}(where: { runs: ["50"] }, first: 200, after: "${after}") { edges { node { line } } } }`,
      OFFICER,
    );
    expect((answer.data as Record<string, Page>)[field]?.edges.length).toBeGreaterThanOrEqual(10);
  });
});
