import { type DescribedProcedure, streamDescribed } from '../../../contracts/events/stream-described';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { Transaction } from '../../../platform/transaction/transaction';

/** Keeps each stream's procedure as it was last published. */
export const procedureFollower = createFollower({
  name: 'procedures',
  follows: 'all',
  handlers: [
    on(streamDescribed, async (transaction, events) => {
      for (const { payload } of events) await keep(transaction, payload.stream, payload.procedure);
    }),
  ],
  async reset(transaction) {
    await transaction.query('delete from guidance.stream_procedure');
  },
});

/** What was published before streams told of their procedures is passed over: each tells anew at its next start. */
async function keep(
  transaction: Transaction,
  stream: string,
  procedure: DescribedProcedure | undefined,
): Promise<void> {
  if (procedure === undefined) return;
  await transaction.query(
    `insert into guidance.stream_procedure (stream, payload) values ($1, $2::jsonb)
     on conflict (stream) do update set payload = excluded.payload`,
    [stream, JSON.stringify(procedure)],
  );
}
