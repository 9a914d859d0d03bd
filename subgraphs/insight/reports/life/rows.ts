import { lockName } from '../../../../platform/transaction/lock-name';
import type { Transaction } from '../../../../platform/transaction/transaction';
import { type ReportContent, reportContent } from '../content';
import { type ReportCheck, readChecks } from './checks';
import { type Looked, readLooked } from './moves';
import type { CommentaryRow, ReportRow, VersionRow } from './report-tables';

/** A version of a report, with the report that it is of. */
export type ReportVersionRow = ReportRow & VersionRow;

/** The columns of both that are small. */
const SELECTED = `report.*, version.version, version.report_id, version.definition_version, version.reason,
  version.opened_by, version.opened_at, version.looked_by, version.looked_at, version.frozen_by, version.frozen_at,
  version.frozen_despite, version.seen`;

/** Every report by its newest version. */
export const NEWEST = `(select ${SELECTED} from insight.report as report cross join lateral (
  select * from insight.report_version as any_version where any_version.report_id = report.id
  order by any_version.version desc limit 1) as version) as newest`;

/** A version of a report, or its newest; null where there is none. */
export async function readVersion(
  transaction: Transaction,
  { id, version }: { readonly id: string; readonly version: number | null },
): Promise<ReportVersionRow | null> {
  const [row] = await transaction.query<ReportVersionRow>(
    `select ${SELECTED} from insight.report as report
       join insight.report_version as version on version.report_id = report.id
     where report.id = $1 and ($2::int is null or version.version = $2) order by version.version desc limit 1`,
    [id, version],
  );
  return row ?? null;
}

/** Every version of a report, the newest first. */
export const versionsOf = (transaction: Transaction, id: string): Promise<VersionRow[]> =>
  transaction.query<VersionRow>(
    `select report_id, version, definition_version, reason, opened_by, opened_at, looked_by, looked_at, frozen_by,
       frozen_at, frozen_despite, seen
     from insight.report_version where report_id = $1 order by version desc`,
    [id],
  );

/**
 * The newest version, with everybody else who writes in it or freezes it waiting. Fails with SQL state 40001 where the
 * transaction reads one snapshot and somebody wrote meanwhile.
 */
export async function lockNewest(transaction: Transaction, id: string): Promise<ReportVersionRow | null> {
  await lockName(transaction, `insight.report/${id}`);
  await transaction.query(
    `select from insight.report_version where report_id = $1
     order by version desc limit 1 for update`,
    [id],
  );
  return readVersion(transaction, { id, version: null });
}

/** What was said in each section up to a version of a report, by the section's key: what stands there, blank or not. */
export async function commentaryOf(
  transaction: Transaction,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<ReadonlyMap<string, CommentaryRow>> {
  const rows = await transaction.query<CommentaryRow>(
    `select distinct on (section) * from insight.report_commentary
     where report_id = $1 and report_version <= $2 order by section, version desc`,
    [id, version],
  );
  return new Map(rows.map((row) => [row.section, row]));
}

/** What a version says and the checks that stood, as it was frozen; null of a draft. */
export async function readFrozen(
  transaction: Transaction,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<{ readonly content: ReportContent; readonly checks: readonly ReportCheck[] } | null> {
  const [row] = await transaction.query<{ content: unknown; checks: unknown }>(
    `select content, checks from insight.report_version
     where report_id = $1 and version = $2 and frozen_at is not null`,
    [id, version],
  );
  return row ? { content: reportContent.parse(row.content), checks: readChecks(row.checks) } : null;
}

/** What a draft was begun with, and how somebody last saw its figures. */
export async function readBegun(
  transaction: Transaction,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<{ readonly headings: readonly string[]; readonly looked: Looked }> {
  const [row] = await transaction.query<{ headings: string[]; looked: unknown }>(
    `select looked_cells as looked,
       (select coalesce(array_agg(section ->> 'heading' order by place), '{}')
        from jsonb_array_elements(sections) with ordinality as listed (section, place)) as headings
     from insight.report_version where report_id = $1 and version = $2`,
    [id, version],
  );
  if (!row) throw new Error('A version of a report that was found is not there');
  return { headings: row.headings, looked: readLooked(row.looked) };
}
