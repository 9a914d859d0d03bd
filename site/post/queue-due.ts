import type { Transaction } from '../../platform/transaction/transaction';
import { hashOf } from '../sessions/seal';
import { IS_SEEN } from './outbox';
import { lastDueDay, nextDue } from './schedule';
import { scheduleOf } from './subscriptions';
import type { SubscriptionRow } from './tables';

/** Due, and of somebody who has shown where to: what is due before that comes once it is shown, the newest alone. */
const DUE = `select s.* from site.subscription s join site.post_address a on a.owner = s.owner
  where s.state = 'ON' and s.next_at <= $1 and a.state = 'CONFIRMED' and ${IS_SEEN}
  order by s.id for update of s skip locked`;

/**
 * Queues one mail for each subscription that has come due, however often it did meanwhile, and says when it is due next. Several
 * copies of the site may do it at once: each subscription is one's.
 */
export async function queueDue(transaction: Transaction, now: Date): Promise<number> {
  const due = await transaction.query<SubscriptionRow>(DUE, [now]);
  for (const subscription of due) {
    const schedule = scheduleOf(subscription);
    if (schedule === null) continue;
    await queueMail(transaction, { subscription, about: lastDueDay(schedule, now), now });
    await transaction.query('update site.subscription set next_at = $2 where id = $1', [
      subscription.id,
      nextDue(schedule, now),
    ]);
  }
  return due.length;
}

/** Queues a mail once, however often it is asked for. What waits of an earlier day is not sent any more. */
export async function queueMail(
  { query }: Transaction,
  {
    subscription,
    about,
    now,
  }: {
    readonly subscription: Pick<SubscriptionRow, 'id' | 'owner' | 'kind'>;
    /** What makes it another mail than the last: a day, or a piece of news. */
    readonly about: string;
    readonly now: Date;
  },
): Promise<void> {
  const { id, owner, kind } = subscription;
  if (kind === 'VIEW')
    await query(
      `delete from site.outgoing_mail where subscription_id = $1 and state = 'WAITING' and about <> $2`,
      [id, about],
    );
  await query(
    `insert into site.outgoing_mail (id, owner, subscription_id, about, state, tries, due_at, queued_at)
     values ($1, $2, $3, $4, 'WAITING', 0, $5, $5) on conflict (id) do nothing`,
    [hashOf(JSON.stringify([id, about])), owner, id, about, now],
  );
}
