import type { SelfCheck } from '../../../platform/server/self-check';
import type { Transaction } from '../../../platform/transaction/transaction';
import { groupsOfDays } from './publish-days';

/** A start has other things to do. */
const FIRST_AFTER_MILLIS = 40_000;
const EVERY_MILLIS = 10 * 60_000;
/** A recount reads every call. */
const STATEMENT_TIMEOUT_MILLIS = 60_000;

/** Compares how many calls were published of each day with those that are held. Gives a sentence where they differ. */
async function checkDays(transaction: Transaction): Promise<readonly string[]> {
  await transaction.query(`set local statement_timeout = ${STATEMENT_TIMEOUT_MILLIS}`);
  const [row] = await transaction.query<{ days: number }>(
    `select count(*)::int as days
     from (${groupsOfDays('true')}) as held
     full join telephony.call_day as published using (authority, offered_on)
     where coalesce(held.groups, '[]'::jsonb) <> coalesce(published.groups, '[]'::jsonb)`,
  );
  const days = row?.days ?? 0;
  if (days === 0) return [];
  return [
    `The telephone calls of ${days} days are not as many as were published: figures of all measures count others than the answers of calls. Importing an export of those days again publishes them.`,
  ];
}

/** The check as a running subgraph makes it. */
export const callDayCheck: SelfCheck = {
  name: 'calls',
  firstAfterMillis: FIRST_AFTER_MILLIS,
  everyMillis: EVERY_MILLIS,
  run: checkDays,
};
