import { type Day, londonDayOf } from '../../../domain/calendar/day';
import type { Calendar } from '../../../domain/calendar/working-days';
import type { Identity } from '../../../platform/identity/identity';
import { forbidden } from '../../../platform/server/errors';
import { fingerprintOf, type NamedCommand } from '../../../platform/server/named-command';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { waitToJoin } from '../complaints/join-complaints';
import { readCalendar } from './calendar';
import type { EnquiryUnusable } from './results';
import type { DoneRow, EntryRow } from './tables';
import { keyTaken } from './written';

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

/** The same for all that is asked alike. */
export const named = (key: string, asked: unknown): NamedCommand => ({
  key,
  fingerprint: fingerprintOf(asked),
});

/** Waits for whoever else changes cases, commands and imports alike; from now on the database knows of the command. */
export async function beginWork({ transaction, clock }: OperationContext, key: string): Promise<EnquiryWork> {
  await waitToJoin(transaction);
  await transaction.query("select set_config('scope.command', $1, true)", [key]);
  const now = clock.now();
  return { calendar: await readCalendar(transaction), today: londonDayOf(now), now };
}

/** The entry that the same command wrote before; a refusal where the key is another's; null where it is new. */
export async function doneBefore(
  { transaction, identity }: OperationContext,
  { key, fingerprint }: NamedCommand,
): Promise<EntryRow | EnquiryUnusable | null> {
  const [done] = await transaction.query<DoneRow>('select * from ombudsman.command_done where key = $1', [
    key,
  ]);
  if (done === undefined) return null;
  if (done.subject !== identity.subject || done.fingerprint !== fingerprint) return keyTaken();
  const [entry] = await transaction.query<EntryRow>(
    'select * from ombudsman.enquiry_entry where case_id = $1 and place = $2',
    [done.case_id, done.place],
  );
  return entry ?? keyTaken();
}

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
