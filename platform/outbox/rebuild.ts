import type { Clock } from '../config/clock';
import { inTransaction, type Transaction } from '../transaction/transaction';
import { applyEvents } from './apply';
import { type DeadLetter, keepDeadLetters, takeDeadLetters } from './dead-letters';
import { BEGINNING, type PlacedEvent, type Position } from './outbox';
import { isAtOrAfter, newestPosition, type OutboxSource, readEvents } from './read';
import { followsSource } from './relay';
import { type Consumer, keepCheckpoint, StuckEventError } from './subscription';

const BATCH_SIZE = 4_000;

/** Told how many events were applied; where it throws, the rebuild ends and nothing is changed. */
type AfterBatch = (events: number) => void;

/**
 * Builds anew what a follower has built, from the first event on, in one transaction: those who read see the old
 * state until the new one is whole, and a process killed half-way changes nothing. Waits for a batch in hand.
 * Dead letters are tried again, and returned where they fail again; any other that fails ends this.
 */
export async function rebuild({
  consumer,
  sources,
  clock,
  afterBatch = () => undefined,
}: {
  consumer: Consumer;
  sources: readonly OutboxSource[];
  clock: Clock;
  afterBatch?: AfterBatch;
}): Promise<DeadLetter[]> {
  const { schema, dataSource, follower } = consumer;
  return inTransaction(dataSource, { subject: 'projection', role: 'projection' }, async (transaction) => {
    await transaction.query(
      `select 1 from "${schema}".follower_place where follower = $1 order by source for update`,
      [follower.name],
    );
    await follower.reset(transaction);
    const failedBefore = await takeDeadLetters(transaction, { schema, follower: follower.name });
    const deadLetters: DeadLetter[] = [];
    for (const source of followedBy(consumer, sources)) {
      deadLetters.push(...(await replay({ transaction, consumer, source, clock, failedBefore, afterBatch })));
    }
    await follower.settle?.(transaction);
    return deadLetters;
  });
}

/** The outboxes that a follower reads. */
export const followedBy = (consumer: Consumer, sources: readonly OutboxSource[]): OutboxSource[] =>
  sources.filter(({ name }) => name !== consumer.schema && followsSource(consumer, name));

/** Applies all events of one outbox, and keeps the checkpoint at its end. */
async function replay({
  transaction,
  consumer: { schema, follower },
  source,
  clock,
  failedBefore,
  afterBatch,
}: {
  transaction: Transaction;
  consumer: Consumer;
  source: OutboxSource;
  clock: Clock;
  failedBefore: Awaited<ReturnType<typeof takeDeadLetters>>;
  afterBatch: AfterBatch;
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
    afterBatch(events.length);
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
