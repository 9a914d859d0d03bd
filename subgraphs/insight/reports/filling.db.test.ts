import type { TestDatabase } from '../../../platform/testing/database';
import { ask, insightDatabase } from '../testing/fixtures';
import type { ReportContent } from './content';
import { filling } from './filling';
import { byId, counted, figures, report } from './public/testing/made-report';

const DIRECT = { measure: 'DIRECT', stages: [2] };
const Q1 = { ...DIRECT, financialYears: ['2021-22'], quarters: ['Q1'] };
const Q2 = { ...DIRECT, financialYears: ['2021-22'], quarters: ['Q2'] };
const HALF = { ...DIRECT, from: '2021-04-01', to: '2021-09-30' };
const ofQ1: ReportContent = { ...report([figures('t', [[counted('q1', 9, Q1)]])]), upTo: 'Q1' };
const ofQ2 = report([
  figures('t', [[counted('q1', 9, Q1), counted('q2', 3, Q2), counted('half', 12, HALF)]]),
]);

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());

const texts = () =>
  ask(database, async (context) => {
    const cells = byId(await filling.publicContent(context, ofQ2));
    return ['q1', 'q2', 'half'].map((id) => cells.get(id)?.text);
  });

/** Keeps the first quarter's report as one that olu froze. */
const freeze = () =>
  ask(
    database,
    async ({ transaction, identity }) => {
      const id = 'mid-year-progress.2021-22.Q1';
      await transaction.query(
        `insert into insight.report values ($1, 'mid-year-progress', 'A report', '2021-22', 'Q1', '2021-04-01', '2021-06-30')`,
        [id],
      );
      await transaction.query(
        `insert into insight.report_version (report_id, version, definition_version, sections, opened_by, opened_at,
           changes, looked_by, looked_at, looked_cells) values ($1, 1, 1, '[]', $2, now(), 0, $2, now(), '{}')`,
        [id, identity.subject],
      );
      await transaction.query(
        `update insight.report_version set frozen_by = $1, frozen_at = now(), seen = 'x', content = $2, checks = '[]',
           snapshot = pg_current_snapshot()::text`,
        [identity.subject, JSON.stringify(ofQ1)],
      );
    },
    { role: 'officer' },
  );

it('withholds a half-year whose first quarter was frozen as told, and the quarter itself where it was not', async () => {
  expect(await texts()).toEqual(['not shown', 'not shown', '12']);
  await freeze();
  expect(await texts()).toEqual(['9', 'not shown', 'not shown']);
});
