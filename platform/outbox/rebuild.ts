import type { Clock } from '../config/clock';
import { inTransaction, type Transaction } from '../transaction/transaction';
import { applyEvents } from './apply';
import { type DeadLetter, keepDeadLetters, takeDeadLetters } from './dead-letters';
import { BEGINNING, type PlacedEvent, type Position } from './outbox';
import { isAtOrAfter, newestPosition, type OutboxSource, readEvents } from './read';
import { followsSource } from './relay';
import { type Consumer, keepCheckpoint, StuckEventError } from './subscription';

const BATCH_SIZE = 4_000;

/**
 * Builds anew what a follower has built, from the first event on, in one transaction: those who read see the old
 * state until the new one is whole, and a process killed half-way changes nothing. Waits for a batch in hand.
 * Dead letters are tried again, and returned where they fail again; any other that fails ends this.
 */
export async function rebuild({
  consumer,
  sources,
  clock,
}: {
  consumer: Consumer;
  sources: readonly OutboxSource[];
  clock: Clock;
}): Promise<DeadLetter[]> {
  const { schema, dataSource, follower } = consumer;
  const followed = sources.filter(({ name }) => name !== schema && followsSource(consumer, name));
  return inTransaction(dataSource, { subject: 'projection', role: 'projection' }, async (transaction) => {
    await transaction.query(
      `select 1 from "${schema}".follower_place where follower = $1 order by source for update`,
      [follower.name],
    );
    await follower.reset(transaction);
    const failedBefore = await takeDeadLetters(transaction, { schema, follower: follower.name });
    const deadLetters: DeadLetter[] = [];
    for (const source of followed) {
      deadLetters.push(...(await replay({ transaction, consumer, source, clock, failedBefore })));
    }
    await follower.settle?.(transaction);
    return deadLetters;
  });
}

/** Applies all events of one outbox, and keeps the checkpoint at its end. */
async function replay({
  transaction,
  consumer: { schema, follower },
  source,
  clock,
  failedBefore,
}: {
  transaction: Transaction;
  consumer: Consumer;
  source: OutboxSource;
  clock: Clock;
  failedBefore: Awaited<ReturnType<typeof takeDeadLetters>>;
}): Promise<DeadLetter[]> {
  const key = { schema, follower: follower.name, source: source.name };
  const failed = new Set(failedBefore.filter((one) => one.source === source.name).map(keyOf));
  const givesUp = ({ position }: PlacedEvent) => failed.has(keyOf(position));
  const deadLetters: DeadLetter[] = [];
  let position: Position = BEGINNING;
  for (;;) {
    const events = await readEvents({ source, after: position, limit: BATCH_SIZE });
    const applied = await applyEvents(events, { transaction, follower, source: source.name, clock, givesUp });
    if (applied.stuck) throw new StuckEventError(applied.stuck);
    deadLetters.push(...(await keepDeadLetters(transaction, key, applied.dead)));
    position = events.at(-1)?.position ?? position;
    if (events.length < BATCH_SIZE) break;
  }
  await transaction.query(
    `insert into "${schema}".follower_place (follower, source) values ($1, $2) on conflict do nothing`,
    [key.follower, key.source],
  );
  const caughtUp = isAtOrAfter(position, await newestPosition(source));
  await keepCheckpoint(transaction, { ...key, position, caughtUpAt: caughtUp ? clock.now() : null });
  return deadLetters;
}

const keyOf = ({ xid, id }: Position): string => `${xid}/${id}`;
