import { type ComplaintStub, complaintStub } from '../../../../contracts/complaint-stub';
import { reportedRecordId } from '../../../../contracts/reported-record';
import type { Context } from '../../context';
import { OMBUDSMAN } from '../../coverage/coverage';
import type { KnownParts } from '../../figures/parts';
import { checkPage, type PageOf, pageOf } from '../../lists/paging';
import { sidesOf } from './differences';
import type { DifferingRow } from './list-records';
import { type ChangedField, changedFields } from './record-fields';
import type { ReportedDifference } from './reported-differences';

/** A thing that a figure counts now and did not then, or the other way round, or otherwise. */
export interface ReportedRecord {
  readonly id: string;
  readonly effect: 'GAINED' | 'LOST' | 'COUNTED_OTHERWISE';
  readonly change: 'NEW' | 'REMOVED' | 'CHANGED' | 'NAMED_OTHERWISE';
  readonly reference: string | null;
  readonly stage: number | null;
  readonly on: string;
  readonly changedAt: string | null;
  readonly fields: readonly ChangedField[];
  readonly complaint: ComplaintStub | null;
  readonly ombudsmanCase: { readonly id: string } | null;
}

/** A page of what a figure counts otherwise than it was reported, by day, then id; null where no measure says what. */
export async function reportedRecords(
  context: Context,
  difference: ReportedDifference,
  paging: { readonly first?: number | null | undefined; readonly after?: string | null | undefined },
): Promise<PageOf<ReportedRecord> | null> {
  const { asked, frozen } = difference;
  const page = checkPage(paging, ['reportedRecords', frozen.report, frozen.version, asked.cell.id]);
  const sides = sidesOf(asked);
  if (sides === null) return null;
  const rows = await difference.listed.load({ cell: sides, page });
  const { known } = await context.reference();
  return pageOf(page, rows, (row) => recordOf(row, { difference, nameOf: nameIn(known) }));
}

const nameIn =
  ({ services, directorates }: KnownParts) =>
  (id: string): string =>
    [...services, ...directorates].find((named) => named.id === id)?.name ?? id;

function recordOf(
  row: DifferingRow,
  {
    difference,
    nameOf,
  }: { readonly difference: ReportedDifference; readonly nameOf: (id: string) => string },
): ReportedRecord {
  const { report, version, frozenAt } = difference.frozen;
  const { id, reference, stage, complaint_id, before, after } = row;
  const isCase = stage === null && row.stream !== null;
  const keeper =
    stage === null ? (reference === null ? null : OMBUDSMAN) : (row.stream?.toLowerCase() ?? null);
  return {
    id: reportedRecordId({
      ...{ report, version, cell: difference.asked.cell.id, thing: id },
      ...{ keeper, reference, frozenAt },
    }),
    ...{ reference, stage, on: row.day, effect: effectOf(row), change: changeOf(row) },
    changedAt: row.changed_at?.toISOString() ?? null,
    fields: before === null || after === null ? [] : changedFields(before, after, nameOf),
    complaint: complaint_id !== null && row.has_complaint ? complaintStub(complaint_id) : null,
    ombudsmanCase: isCase && after !== null ? { id: row.subject } : null,
  };
}

function effectOf({ was_times, now_times }: DifferingRow): ReportedRecord['effect'] {
  if ((was_times ?? 0) === (now_times ?? 0)) return 'COUNTED_OTHERWISE';
  return (now_times ?? 0) > (was_times ?? 0) ? 'GAINED' : 'LOST';
}

function changeOf({ is_changed, before, after }: DifferingRow): ReportedRecord['change'] {
  if (!is_changed) return 'NAMED_OTHERWISE';
  if (before === null) return 'NEW';
  return after === null ? 'REMOVED' : 'CHANGED';
}
