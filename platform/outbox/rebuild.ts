import type { Clock } from '../config/clock';
import { inTransaction } from '../transaction/transaction';
import { followsSource } from './courier';
import { applyEvents, type Consumer, keepPlace } from './lane';
import { BEGINNING, type Position } from './outbox';
import { type OutboxSource, readEvents } from './read';

const BATCH_SIZE = 1_000;

/**
 * Builds anew what a follower has built, from the first event on, in one transaction: those who read see the old
 * state until the new one is whole, and a process killed half-way changes nothing. Waits for a batch in hand.
 */
export async function rebuild({
  consumer,
  sources,
  clock,
}: {
  consumer: Consumer;
  sources: readonly OutboxSource[];
  clock: Clock;
}): Promise<void> {
  const { schema, dataSource, follower } = consumer;
  const followed = sources.filter(({ name }) => name !== schema && followsSource(consumer, name));
  await inTransaction(dataSource, { subject: 'projection', role: 'projection' }, async (transaction) => {
    await transaction.query(
      `select 1 from "${schema}".follower_place where follower = $1 order by source for update`,
      [follower.name],
    );
    await follower.forget(transaction);
    for (const source of followed) {
      let position: Position = BEGINNING;
      for (;;) {
        const events = await readEvents({ source, after: position, limit: BATCH_SIZE });
        await applyEvents({ transaction, follower, events, clock });
        position = events.at(-1)?.position ?? position;
        if (events.length < BATCH_SIZE) break;
      }
      await transaction.query(
        `insert into "${schema}".follower_place (follower, source) values ($1, $2) on conflict do nothing`,
        [follower.name, source.name],
      );
      await keepPlace(transaction, {
        schema,
        follower: follower.name,
        source: source.name,
        position,
        caughtUpAt: clock.now(),
      });
    }
  });
}
