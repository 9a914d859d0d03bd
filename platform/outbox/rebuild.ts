import type { Clock } from '../config/clock';
import { inTransaction, type Transaction } from '../transaction/transaction';
import { applyEvents } from './apply';
import { type DeadLetter, keepDeadLetters, takeDeadLetters } from './dead-letters';
import { BEGINNING, type PlacedEvent, type Position } from './outbox';
import { isAtOrAfter, newestPosition, type OutboxSource, readEvents } from './read';
import { followsSource } from './relay';
import { type Consumer, keepPlace, StuckEventError } from './subscription';

const BATCH_SIZE = 1_000;

/**
 * Builds anew what a follower has built, from the first event on, in one transaction: those who read see the old
 * state until the new one is whole, and a process killed half-way changes nothing. Waits for a batch in hand.
 * Events that were set aside are tried anew, and given back where they fail again; any other that fails ends this.
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
    const aside: DeadLetter[] = [];
    for (const source of followed) {
      aside.push(...(await replay({ transaction, consumer, source, clock, failedBefore })));
    }
    return aside;
  });
}

/** Applies all that one outbox tells, and keeps the place at its end. */
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
  const way = { schema, follower: follower.name, source: source.name };
  const failed = new Set(failedBefore.filter((one) => one.source === source.name).map(keyOf));
  const givesUp = ({ position }: PlacedEvent) => failed.has(keyOf(position));
  const aside: DeadLetter[] = [];
  let position: Position = BEGINNING;
  for (;;) {
    const events = await readEvents({ source, after: position, limit: BATCH_SIZE });
    const applied = await applyEvents(events, { transaction, follower, source: source.name, clock, givesUp });
    if (applied.stuck) throw new StuckEventError(applied.stuck);
    aside.push(...(await keepDeadLetters(transaction, way, applied.aside)));
    position = events.at(-1)?.position ?? position;
    if (events.length < BATCH_SIZE) break;
  }
  await transaction.query(
    `insert into "${schema}".follower_place (follower, source) values ($1, $2) on conflict do nothing`,
    [way.follower, way.source],
  );
  const caughtUp = isAtOrAfter(position, await newestPosition(source));
  await keepPlace(transaction, { ...way, position, caughtUpAt: caughtUp ? clock.now() : null });
  return aside;
}

const keyOf = ({ xid, id }: Position): string => `${xid}/${id}`;
