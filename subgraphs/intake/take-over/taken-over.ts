import { type Day, toDay } from '../../../domain/calendar/day';
import { dayWords } from '../../../domain/figures/days';
import type { Refused } from '../../../platform/server/refusal';
import type { Transaction } from '../../../platform/transaction/transaction';
import { LoadRefused } from '../load/types';
import type { SystemTakenOverRow } from '../tables/take-over';

/** The code of every refusal of what would change records of a system that was taken over. */
export const SYSTEM_TAKEN_OVER = 'SYSTEM_TAKEN_OVER';

/** What is known of a system that was taken over; null of one that was not, or not for the caller to know. */
export async function takenOver(
  transaction: Transaction,
  source: string,
): Promise<SystemTakenOverRow | null> {
  const [row] = await transaction.query<SystemTakenOverRow>(
    'select * from intake.system_taken_over where source = $1',
    [source],
  );
  return row ?? null;
}

/** The day on which each system was taken over, in the order of their names; null of one that was not. */
export async function takenOverDays(
  transaction: Transaction,
  names: readonly string[],
): Promise<(Day | null)[]> {
  const rows = await transaction.query<Pick<SystemTakenOverRow, 'source' | 'on_day'>>(
    'select source, on_day from intake.system_taken_over where source = any ($1)',
    [names],
  );
  const days = new Map(rows.map(({ source, on_day }) => [source, toDay(on_day)]));
  return names.map((name) => days.get(name) ?? null);
}

/** The refusal of a file, a correction or an undoing of a system that was taken over; null of any other. */
export async function takenOverAlready(
  transaction: Transaction,
  source: string,
): Promise<LoadRefused | null> {
  const found = await takenOver(transaction, source);
  return found && new LoadRefused(SYSTEM_TAKEN_OVER, sentence(found));
}

/** The same as the graph tells it. */
export async function systemTakenOver(
  transaction: Transaction,
  source: string,
): Promise<Refused<'SystemTakenOver'> | null> {
  const found = await takenOver(transaction, source);
  return found && { __typename: 'SystemTakenOver', code: SYSTEM_TAKEN_OVER, message: sentence(found) };
}

const sentence = ({ source, on_day }: SystemTakenOverRow): string =>
  `${source} was taken over on ${dayWords(on_day)}: its complaints are worked on here since, and nothing of it is loaded, corrected or undone any more. Change the complaint itself.`;
