import type { DataSource } from 'typeorm';
import type { Day } from '../../../domain/calendar/day';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import { inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { readCalendar } from '../../reference/bank-holidays';
import { holdMappedWords } from '../../reference/mapped-words';
import type { StreamDefinition } from '../../stream/definition';
import { noteLiveSince } from '../live-since';
import type { CaseWork } from '../write-entry';
import { type LeftAlone, type TakenOver, takeOverComplaints } from './take-over-complaints';

/** Complaints of one transaction: enough to be quick, few enough that nobody waits long for one of them. */
const BATCH_COMPLAINTS = 500;

/** An inherited system, and a stream whose complaints it recorded. */
export interface SystemOf {
  readonly dataSource: DataSource;
  readonly stream: StreamDefinition;
  readonly source: string;
  /** The day on which it was taken over, in London. */
  readonly on: Day;
  /** The subject of whoever takes it over. */
  readonly by: string;
  readonly now: Date;
}

/** How far it has come. */
export interface SoFar {
  readonly takenOver: number;
  readonly left: readonly LeftAlone[];
}

/**
 * Makes live ones of all open complaints that a system recorded for a stream, so many in a transaction. Killed at any moment it
 * leaves each either as it was or live; asked again it goes on with the others. Yields after each batch how far it is.
 */
export async function* takeOverSystem(system: SystemOf): AsyncGenerator<SoFar> {
  const { dataSource } = system;
  await inTransaction(dataSource, IMPORT_SCOPE, (transaction) => noteTakenOver(transaction, system));
  let [takenOver, after]: [number, string] = [0, ''];
  let left: readonly LeftAlone[] = [];
  for (;;) {
    const batch = await inTransaction(dataSource, IMPORT_SCOPE, (transaction) =>
      takeOverBatch(transaction, system, after),
    );
    if (batch === null) return;
    after = batch.last;
    takenOver += batch.complaintIds.length;
    left = [...left, ...batch.left];
    yield { takenOver, left };
  }
}

async function noteTakenOver(
  transaction: Transaction,
  { stream: { name: schema }, source, on }: SystemOf,
): Promise<void> {
  await transaction.query(
    `insert into "${schema}".system_taken_over (source, on_day) values ($1, $2) on conflict (source) do nothing`,
    [source, on],
  );
}

/** Null where no open complaint is left after the one of that id. */
async function takeOverBatch(
  transaction: Transaction,
  { stream, source, on, by, now }: SystemOf,
  after: string,
): Promise<(TakenOver & { readonly last: string }) | null> {
  await holdMappedWords(transaction, stream.name);
  const complaintIds = await openComplaints(transaction, { schema: stream.name, source, after });
  const last = complaintIds.at(-1);
  if (last === undefined) return null;
  const work = await workOf(transaction, { stream, now });
  const taken = await takeOverComplaints(work, { complaintIds, by });
  // A system may hold a few closed complaints of a stream that another one goes on to record.
  if (taken.complaintIds.length > 0) await noteLiveSince(transaction, { schema: stream.name, day: on });
  return { ...taken, last };
}

/** With what the complaints of a stream are taken over: their days are known already, and no school's calendar matters. */
export async function workOf(
  transaction: Transaction,
  { stream, now }: Pick<SystemOf, 'stream' | 'now'>,
): Promise<CaseWork> {
  const working = await readCalendar(transaction, stream);
  const calendars = { working, school: null, before: stream.calendar };
  return { transaction, stream, calendars, procedure: stream.liveProcedure, now };
}

/** Those whose latest stage waits for something, in the order of their ids, as many as are taken at once. */
export async function openComplaints(
  transaction: Transaction,
  { schema, source, after }: { readonly schema: string; readonly source: string; readonly after: string },
): Promise<string[]> {
  const rows = await transaction.query<{ id: string }>(
    `select complaint.id from "${schema}".complaint
     cross join lateral (select ended, closed_on, answered_on, source from "${schema}".stage
       where complaint_id = complaint.id order by number desc, received_on desc, id desc limit 1) latest
     where complaint.id > $2 and latest.source = $1 and not latest.ended
       and latest.closed_on is null and latest.answered_on is null
       and not exists (select from "${schema}".live_clock where complaint_id = complaint.id)
     order by complaint.id limit $3`,
    [source, after, BATCH_COMPLAINTS],
  );
  return rows.map(({ id }) => id);
}
