import type { Transaction } from '../../platform/transaction/transaction';

/** Ends subscriptions, with what waits and what was sent of them; what is just being queued is waited for. How many there were. */
export async function endSubscriptions({ query }: Transaction, ids: readonly string[]): Promise<number> {
  const held = await query('select 1 from site.subscription where id = any($1) for update', [ids]);
  await query('delete from site.outgoing_mail where subscription_id = any($1)', [ids]);
  await query('delete from site.subscription where id = any($1)', [ids]);
  return held.length;
}

/** Ends what is sent of a view, before the view is removed. */
export async function endOfView(transaction: Transaction, viewId: string): Promise<void> {
  const held = await transaction.query<{ id: string }>(
    'select id from site.subscription where view_id = $1',
    [viewId],
  );
  await endSubscriptions(
    transaction,
    held.map(({ id }) => id),
  );
}
