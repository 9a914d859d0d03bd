import type { TimelineEntry } from '../../domain/procedure/command';
import type { Transaction } from '../../platform/transaction/transaction';
import type { LiveCaseRow, TimelineEntryRow } from './tables';
import type { CaseWork } from './write-entry';

/** A live complaint, or one of its entries. */
interface Of {
  readonly schema: string;
  readonly complaintId: string;
}

/** How a live complaint stands; null where it is none, or not for the caller to see. */
async function readLiveCase(
  transaction: Transaction,
  { schema, complaintId }: Of,
): Promise<LiveCaseRow | null> {
  const [row] = await transaction.query<LiveCaseRow>(
    `select * from "${schema}".live_case where complaint_id = $1`,
    [complaintId],
    { isRepeated: true },
  );
  return row ?? null;
}

/** The timeline of a live complaint, in order, as far as it is for the caller to see. */
export async function readTimeline(
  transaction: Transaction,
  { schema, complaintId }: Of,
): Promise<TimelineEntry[]> {
  const rows = await transaction.query<TimelineEntryRow>(
    `select * from "${schema}".timeline_entry where complaint_id = $1 order by place`,
    [complaintId],
    { isRepeated: true },
  );
  return rows.map(entryOf);
}

/** An entry as the engine folds it. */
export const entryOf = ({ place, stage, by, at, facts }: TimelineEntryRow): TimelineEntry => ({
  ...{ place, stage, by, facts },
  at: at.toISOString(),
});

/** All that a command is decided on: how the complaint stands, what its timeline tells, who is complained about. */
export async function readCase(transaction: Transaction, of: Of) {
  const [held, entries, complainedAbout] = await Promise.all([
    readLiveCase(transaction, of),
    readTimeline(transaction, of),
    readComplainedAbout(transaction, of),
  ]);
  return { held, entries, complainedAbout };
}

/** Who a complaint is complained about: kept apart from the timeline, as conflicts of interest, and seen by officers alone. */
async function readComplainedAbout(transaction: Transaction, { schema, complaintId }: Of): Promise<string[]> {
  const rows = await transaction.query<{ subject: string }>(
    `select subject from "${schema}".conflict_of_interest
     where complaint_id = $1 and kind = 'COMPLAINED_ABOUT' and withdrawn_at is null order by subject`,
    [complaintId],
    { isRepeated: true },
  );
  return rows.map(({ subject }) => subject);
}

/** The inherited system that keeps a complaint which is not worked on here; null for a live one, and where there is none. */
export async function systemOf(
  transaction: Transaction,
  { schema, complaintId }: Of,
): Promise<string | null> {
  const [row] = await transaction.query<{ source: string }>(
    `select source from "${schema}".stage where complaint_id = $1
       and not exists (select from "${schema}".live_clock as held where held.complaint_id = $1)
     order by number desc, id limit 1`,
    [complaintId],
    { isRepeated: true },
  );
  return row?.source ?? null;
}

/** Whether the people of a complaint were taken out for good. */
export async function isAnonymised(
  { transaction, stream: { name: schema } }: Pick<CaseWork, 'transaction' | 'stream'>,
  complaintId: string,
): Promise<boolean> {
  const gone = await transaction.query(
    `select from "${schema}".anonymised_stage as gone join "${schema}".stage as stage on stage.id = gone.stage_id
     where stage.complaint_id = $1 limit 1`,
    [complaintId],
    { isRepeated: true },
  );
  return gone.length > 0;
}
