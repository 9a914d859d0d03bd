import { type Day, londonDayOf } from '../../../domain/calendar/day';
import type { Calendar } from '../../../domain/calendar/working-days';
import type { Identity } from '../../../platform/identity/identity';
import { doneBefore } from '../../../platform/server/done-before';
import { forbidden } from '../../../platform/server/errors';
import { fingerprintOf, type NamedCommand } from '../../../platform/server/named-command';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { waitToJoin } from '../complaints/join-complaints';
import { readCalendar } from './calendar';
import type { EnquiryDone, EnquiryResult } from './results';
import type { DoneRow, EntryRow } from './tables';
import { keyTaken, keyUnusable, type Words, wordsUnusable } from './written';

/** What a command is decided by and written with. */
export interface EnquiryWork {
  readonly calendar: Calendar;
  readonly today: Day;
  readonly now: Date;
}

/** Throws FORBIDDEN for whoever works on no ombudsman's case: as the database does. */
export function checkMayWork({ role, credential }: Identity): void {
  if (role !== 'officer' || credential !== undefined)
    throw forbidden("Ombudsmen's cases are worked on by officers, in person.");
}

/** Whether an officer is cleared for a case: of no stream, for that of corporate complaints. */
export const isClearedFor = ({ streams }: Identity, stream: string | null): boolean =>
  streams.includes((stream ?? 'CORPORATE').toLowerCase());

/** A command that is new, with what it is decided by. */
export interface Begun {
  readonly command: NamedCommand;
  readonly work: EnquiryWork;
}

/**
 * Does a command on a case once: the same key is answered the same, and one that names another command is refused. `first` does
 * it the first time. Throws FORBIDDEN for whoever works on no ombudsman's case.
 */
export async function doOnce<Asked extends { readonly key: string; readonly words?: readonly Words[] }>(
  context: OperationContext,
  asked: Asked,
  first: (begun: Begun) => Promise<EnquiryResult>,
): Promise<EnquiryResult> {
  const { transaction, identity } = context;
  checkMayWork(identity);
  const { key, ...what } = asked;
  const unusable = keyUnusable(key) ?? wordsUnusable(asked.words ?? []);
  if (unusable !== null) return unusable;
  const command = { key, fingerprint: fingerprintOf(what) };
  const work = await beginWork(context, key);
  const of = { schema: 'ombudsman', subject: identity.subject };
  const done = await doneBefore<DoneRow>(transaction, of, command);
  if (done === null) return first({ command, work });
  return done === 'TAKEN' ? keyTaken() : doneThen(transaction, done);
}

/** Waits for whoever else changes cases, commands and imports alike; from now on the database knows of the command. */
async function beginWork({ transaction, clock }: OperationContext, key: string): Promise<EnquiryWork> {
  await waitToJoin(transaction);
  await transaction.query("select set_config('scope.command', $1, true)", [key]);
  const now = clock.now();
  return { calendar: await readCalendar(transaction), today: londonDayOf(now), now };
}

/** The answer to a command that was done before: the same as then. */
async function doneThen(
  transaction: Transaction,
  { case_id: caseId, place }: DoneRow,
): Promise<EnquiryResult> {
  const [entry] = await transaction.query<EntryRow>(
    'select * from ombudsman.enquiry_entry where case_id = $1 and place = $2',
    [caseId, place],
  );
  return entry === undefined ? keyTaken() : doneNow(entry);
}

/** The answer to a command that is done, with the entry that it wrote. */
export const doneNow = (last: EntryRow): EnquiryDone => ({
  ...{ __typename: 'OmbudsmanCommandDone', caseId: last.case_id, entry: last, version: last.place },
});

/** Whether the people of a complaint are closed to the caller. */
export async function isClosedToCaller(
  transaction: Transaction,
  complaintId: string | null,
): Promise<boolean> {
  if (complaintId === null) return false;
  const [row] = await transaction.query<{ closed: boolean }>(
    'select coalesce($1 = any (ombudsman.closed_to_caller()), true) as closed',
    [complaintId],
  );
  return row?.closed !== false;
}
