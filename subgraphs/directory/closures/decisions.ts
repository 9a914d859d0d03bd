import { type ClosedDays, closedAfter } from '../../../domain/calendar/closed-days';
import type { Day } from '../../../domain/calendar/day';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';

/** One decision on the closed days of a calendar. They hold in the order of their versions. */
export interface ClosureDecision {
  readonly calendar: string;
  readonly version: number;
  readonly from_day: Day;
  readonly to_day: Day;
  readonly name: string;
  readonly is_closed: boolean;
  readonly reason: string;
  readonly decided_by: string;
  readonly decided_at: Date;
}

/** All decisions on a calendar, in their order. Others who decide on it wait for this transaction. */
export async function decisionsOn(transaction: Transaction, calendar: string): Promise<ClosureDecision[]> {
  await lockName(transaction, `directory.closure/${calendar}`);
  return transaction.query<ClosureDecision>(
    'select * from directory.closure_decision where calendar = $1 order by version',
    [calendar],
  );
}

/** Keeps a decision. */
export async function keepClosureDecision(
  transaction: Transaction,
  { calendar, version, from_day, to_day, name, is_closed, ...decided }: ClosureDecision,
): Promise<void> {
  await transaction.query(
    `insert into directory.closure_decision
       (calendar, version, from_day, to_day, name, is_closed, reason, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[calendar, version, from_day, to_day, name, is_closed],
      ...[decided.reason, decided.decided_by, decided.decided_at],
    ],
  );
}

/** The days on which a calendar is closed as it stands, in their order. */
export async function closedDaysOf(transaction: Transaction, calendar: string): Promise<ClosedDays[]> {
  const decisions = await transaction.query<DecidedDays>(
    'select from_day, to_day, name, is_closed from directory.closure_decision where calendar = $1 order by version',
    [calendar],
  );
  return closedBy(decisions);
}

type DecidedDays = Pick<ClosureDecision, 'from_day' | 'to_day' | 'name' | 'is_closed'>;

/** What is closed after decisions in their order. */
export const closedBy = (decisions: readonly DecidedDays[]): ClosedDays[] =>
  decisions.reduce<ClosedDays[]>(
    (closed, { from_day: from, to_day: to, name, is_closed: isClosed }) =>
      closedAfter(closed, { from, to, name, isClosed }),
    [],
  );
