import type { DataSource } from 'typeorm';
import { fixedClock } from '../../platform/config/clock';
import { type ServedPart, servePart } from '../../platform/testing/serve-part';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction, type Transaction } from '../../platform/transaction/transaction';
import { type JudgeRow, withoutJudge } from './amendments/row-to-judge';
import { openLoad } from './load/open-load';
import type { RunCounts, StagedRow } from './load/types';
import { judgedBy } from './subgraph';

export type { Identity as Caller } from '../../platform/identity/identity';
export type { ServedPart as ServedIntake } from '../../platform/testing/serve-part';
export { withSettings } from '../../platform/testing/with-settings';

/** A row that its source takes, with what a test does not care for filled in. */
export const takenRow = (facts: Partial<Extract<StagedRow, { kind: 'taken' }>>): StagedRow => ({
  kind: 'taken',
  line: 2,
  raw: { Ref: '1' },
  contentHash: 'a hash',
  faults: [],
  identity: '1',
  lastUpdated: null,
  keeper: 'corporate',
  days: [],
  order: 1,
  record: {},
  ...facts,
});

/** Loads staged rows as one import, recorded nowhere else. */
export async function loadRows(
  intake: DataSource,
  { source, rows, isWhole = true }: { source: string; rows: readonly StagedRow[]; isWhole?: boolean },
): Promise<RunCounts> {
  const clock = fixedClock('2022-01-31');
  const opening = { source, clock, dryRun: false, amendmentId: null };
  const load = await openLoad(intake, { ...opening, file: `/a/folder/${source}.csv` });
  try {
    await load.stageRows(rows);
    await load.classify();
    const counts = await load.count({ identityColumn: 'Ref', controlTotal: null });
    await load.commit({ sha256: `sha of ${source}`, counts, isWhole });
    return counts;
  } finally {
    await load.end();
  }
}

/** A row that could not be counted, with what a test does not care for filled in. */
export const quarantinedRow = (facts: Partial<Extract<StagedRow, { kind: 'quarantined' }>>): StagedRow => ({
  ...{ kind: 'quarantined', line: 2, raw: { Ref: '' }, contentHash: 'a broken row' },
  faults: [{ line: 2, column: 'Ref', code: 'BROKEN', value: null, action: 'Noted.' }],
  owner: 'corporate',
  ...facts,
});

/** One transaction of an import. */
export const asImport = <Result>(
  intake: DataSource,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> => inTransaction(intake, IMPORT_SCOPE, work);

/** What an import reads of intake's tables. */
export const readRows = <Row>(intake: DataSource, sql: string, values: readonly unknown[] = []) =>
  asImport(intake, (transaction) => transaction.query<Row>(sql, values));

/** Serves intake to one person: an admin, where a test asks in no other role. */
export const serveIntake = (
  intake: DataSource,
  { subject, judge = withoutJudge }: { readonly subject: string; readonly judge?: JudgeRow },
): Promise<ServedPart> =>
  servePart({
    ...{ subgraph: judgedBy(judge), dataSource: intake, today: '2022-01-31' },
    person: { subject, role: 'admin' },
  });
