import { type CaseClosed, caseClosed } from '../../../contracts/events/case-closed';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { Follower } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';

/**
 * Keeps which records belong to complaints that are closed to some, as the streams publish it: their rows as they came are then
 * read by nobody. To whom a case is open its stream says, and shows its people there.
 */
export const closedRecords: Follower = createFollower({
  name: 'closed-records',
  follows: 'all',
  handlers: [
    on(caseClosed, async (transaction, events) => {
      for (const { payload } of events) await keep(transaction, payload);
    }),
  ],
  async reset(transaction) {
    await transaction.query('delete from intake.closed_record');
  },
});

/** Events of one stream come in their order: the last one stands. */
async function keep(transaction: Transaction, { id, isClosed, records }: CaseClosed): Promise<void> {
  await transaction.query('delete from intake.closed_record where complaint_id = $1', [id]);
  if (!isClosed) return;
  await transaction.query(
    `insert into intake.closed_record (complaint_id, source, record)
     select $1, source, record from unnest($2::text[], $3::text[]) as closed (source, record)`,
    [id, records.map(({ source }) => source), records.map(({ record }) => record)],
  );
}
