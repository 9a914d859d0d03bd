import type { CaseState } from '../../domain/procedure/case-state';
import type { TimelineEntry } from '../../domain/procedure/command';
import { bulkUpsert } from '../../platform/transaction/bulk';
import type { Transaction } from '../../platform/transaction/transaction';
import { writeLearning } from '../learning/write-learning';
import { changeStages } from '../stages/change-stages';
import { lockComplaints, lockRelatedStages } from '../stages/lock-related-stages';
import type { StageState } from '../stages/stage-state';
import type { StreamDefinition } from '../stream/definition';
import type { StageRow } from '../tables/case-tables';
import type { Counting } from './limits-of-stage';
import { liveCaseRow, liveClockRow } from './live-case-row';
import type { Words } from './live-stage';
import { type CasePartyRow, type LiveCaseRow, liveTables } from './tables';

/** With what a timeline is written: the transaction, the stream, by what its limits are counted, and the moment. */
export interface CaseWork extends Counting {
  readonly transaction: Transaction;
  readonly stream: StreamDefinition;
  readonly now: Date;
}

/** What happened to a live complaint, with all that follows from it. */
export interface EntryWritten {
  readonly complaintId: string;
  readonly authority: string;
  /** How the complaint stood before; null where it begins. */
  readonly before: LiveCaseRow | null;
  /** What its timeline tells with the entry. */
  readonly after: CaseState;
  readonly entry: TimelineEntry;
  readonly words: readonly Words[];
  readonly parties: readonly CasePartyRow[];
  /** As the stages were held, locked. */
  readonly related: ReadonlyMap<string, StageRow>;
  /** As they are to stand. */
  readonly stages: readonly StageState[];
}

/**
 * Writes an entry of a timeline, and all that follows from it: words and people, how the complaint stands, its clocks, and
 * its stages, whose change is published. All or nothing: it is the caller's transaction.
 */
export async function writeEntry(work: CaseWork, written: EntryWritten): Promise<LiveCaseRow> {
  const { transaction, stream } = work;
  const { complaintId, entry, words, parties } = written;
  const tables = liveTables(stream.name);
  await writeStages(work, written);
  // Sent together, and done in this order: the database lets in only what belongs to a case that stands.
  const [row] = await Promise.all([
    writeLiveCase(work, written),
    bulkUpsert(transaction, tables.liveClock, [liveClockRow(complaintId, written.after)]),
    insertEntry(transaction, stream.name, { complaintId, entry }),
    insertWords(transaction, stream.name, { complaintId, place: entry.place, words }),
    entry.facts.event === 'changeParty'
      ? updateParties(transaction, stream.name, parties)
      : insertParties(transaction, stream.name, parties),
  ]);
  await writeLearning(transaction, stream.name, written);
  return row;
}

async function insertEntry(
  transaction: Transaction,
  schema: string,
  { complaintId, entry }: Pick<EntryWritten, 'complaintId' | 'entry'>,
): Promise<void> {
  await transaction.query(
    `insert into "${schema}".timeline_entry (complaint_id, place, stage, event, facts, by, at)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7)`,
    [
      ...[complaintId, entry.place, entry.stage, entry.facts.event, JSON.stringify(entry.facts)],
      ...[entry.by, entry.at],
    ],
    { isRepeated: true },
  );
}

/** The stages whose facts or people are other than they were; those of what was settled go. */
async function writeStages(
  { transaction, stream }: CaseWork,
  { authority, related, stages, after }: EntryWritten,
): Promise<void> {
  const changed = stages.filter(
    ({ row, account }) => account !== null || related.get(row.id)?.content_hash !== row.content_hash,
  );
  const removed = after.isSettled ? [...related.values()] : [];
  await changeStages(transaction, { stream, authority, related, changed, removed });
}

/** Locks the complaint of a command, and reads its stages; where it begins, what could be in the way of its beginning. */
export const lockStages = (
  transaction: Transaction,
  schema: string,
  of:
    | { readonly complaintId: string }
    | { readonly stageId: string; readonly caseKey: string; readonly source: string },
): Promise<Map<string, StageRow>> =>
  'complaintId' in of
    ? lockComplaints(transaction, { schema, complaintIds: [of.complaintId], isRepeated: true })
    : lockRelatedStages(transaction, {
        schema,
        keys: [{ id: of.stageId, source: of.source, case_key: of.caseKey, own_key: null, parent_key: null }],
      });

async function writeLiveCase(
  work: CaseWork,
  { complaintId, before, after }: EntryWritten,
): Promise<LiveCaseRow> {
  const { transaction, stream, now } = work;
  const { liveCase } = liveTables(stream.name);
  const row = liveCaseRow(complaintId, after, { ...work, began: before?.began_at ?? now });
  if (before === null) {
    await bulkUpsert(transaction, liveCase, [row]);
    return row;
  }
  // Not an upsert: whoever may change how a complaint stands may not begin one.
  const names = liveCase.names.filter((name) => name !== 'complaint_id');
  await transaction.query(
    `update ${liveCase.table} set ${names.map((name, index) => `"${name}" = $${index + 2}`).join(', ')}
     where complaint_id = $1`,
    [complaintId, ...names.map((name) => row[name])],
    { isRepeated: true },
  );
  return row;
}

async function insertWords(
  transaction: Transaction,
  schema: string,
  { complaintId, place, words }: { complaintId: string; place: number; words: readonly Words[] },
): Promise<void> {
  if (words.length === 0) return;
  await transaction.query(
    `insert into "${schema}".timeline_words (complaint_id, place, part, words)
     select $1, $2, part, words from unnest($3::text[], $4::text[]) as written (part, words)`,
    [complaintId, place, words.map(({ part }) => part), words.map((each) => each.words)],
    { isRepeated: true },
  );
}

/** Who is kept already, by the same id, stays as they are. */
async function insertParties(
  transaction: Transaction,
  schema: string,
  parties: readonly CasePartyRow[],
): Promise<void> {
  if (parties.length === 0) return;
  const { caseParty } = liveTables(schema);
  await transaction.query(
    `insert into ${caseParty.table} select * from json_populate_recordset(null::${caseParty.table}, $1::json)
     on conflict (id) do nothing`,
    [JSON.stringify(parties)],
    { isRepeated: true },
  );
}

/** Whom an entry changes: their id, whose they are and since when stays. */
async function updateParties(
  transaction: Transaction,
  schema: string,
  parties: readonly CasePartyRow[],
): Promise<void> {
  const { caseParty } = liveTables(schema);
  for (const { id, complaint_id, person: _, recorded_at: __, ...party } of parties) {
    const names = Object.keys(party);
    const changed = await transaction.query(
      `with changed as (
         update ${caseParty.table} set ${names.map((name, index) => `"${name}" = $${index + 3}`).join(', ')}
         where id = $1 and complaint_id = $2 returning id)
       select id from changed`,
      [id, complaint_id, ...Object.values(party)],
      { isRepeated: true },
    );
    if (changed.length === 0) throw new Error('Somebody who is to be changed is not there.');
  }
}
