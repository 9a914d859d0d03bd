import type { ZodType } from 'zod';
import type { Clock } from '../config/clock';
import { faultPlaces } from '../server/fault-places';
import type { Follower } from '../server/subgraph';
import type { Transaction } from '../transaction/transaction';
import type { OutboxEvent, PlacedEvent } from './outbox';

/** Thrown for a payload that is not as its contract says. Its message names places, never what stands there. */
export class UnreadablePayloadError extends Error {
  override readonly name = 'UnreadablePayloadError';
}

/** What its publisher and its followers agree on about one kind of event. */
export interface EventContract<Payload> {
  readonly kind: string;
  /** Whether the part called `source` may publish this payload, which has not been parsed yet. */
  isPublishedBy(source: string, payload: unknown): boolean;
  /** The payload as agreed, unknown properties left out. Throws `UnreadablePayloadError`. */
  parse(payload: unknown): Payload;
  /** An event of this kind, for `publish`. */
  event(of: Omit<OutboxEvent<Payload>, 'kind'>): OutboxEvent<Payload>;
}

/** The payload of a contract: `PayloadOf<typeof serviceNamed>`. */
export type PayloadOf<Contract> = Contract extends EventContract<infer Payload> ? Payload : never;

/**
 * Defines a kind of event once. `publisher` is the part that alone publishes it, or a rule for a kind that several
 * parts publish, each of its own records.
 */
export function defineEvent<Payload>({
  kind,
  publisher,
  payload: schema,
}: {
  readonly kind: string;
  readonly publisher: string | ((source: string, payload: unknown) => boolean);
  readonly payload: ZodType<Payload>;
}): EventContract<Payload> {
  // Followers in one process get the same event: what one has parsed is good for all.
  const known = new WeakMap<object, Payload>();
  return {
    kind,
    isPublishedBy: (source, payload) =>
      typeof publisher === 'string' ? source === publisher : publisher(source, payload),
    parse(payload) {
      const before = isObject(payload) ? known.get(payload) : undefined;
      if (before !== undefined) return before;
      const parsed = schema.safeParse(payload);
      if (parsed.success) {
        if (isObject(payload)) known.set(payload, parsed.data);
        return parsed.data;
      }
      throw new UnreadablePayloadError(
        `The payload of ${kind} is not as agreed: ${faultPlaces(parsed.error)}`,
      );
    },
    event: (of) => ({ kind, ...of }),
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What a follower does with one kind of event. */
export interface EventHandler {
  readonly kind: string;
  mayPublish(source: string, payload: unknown): boolean;
  apply(transaction: Transaction, events: readonly PlacedEvent[], clock: Clock): Promise<void>;
}

/** Handles the events of a contract, in order, each payload parsed. */
export function on<Payload>(
  contract: EventContract<Payload>,
  apply: (transaction: Transaction, events: readonly PlacedEvent<Payload>[], clock: Clock) => Promise<void>,
): EventHandler {
  return {
    kind: contract.kind,
    mayPublish: contract.isPublishedBy,
    apply: (transaction, events, clock) =>
      apply(
        transaction,
        events.map((event) => ({ ...event, payload: contract.parse(event.payload) })),
        clock,
      ),
  };
}

/**
 * Assembles a follower from a handler for each kind of event that it follows. The kinds of one batch are handled in the
 * order of the handlers, so what they write must not depend on the order among each other.
 */
export function createFollower({
  handlers,
  ...follower
}: Pick<Follower, 'name' | 'follows' | 'reset' | 'settle'> & {
  readonly handlers: readonly EventHandler[];
}): Follower {
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]));
  return {
    ...follower,
    kinds: [...byKind.keys()],
    mayPublish: (source, { kind, payload }) => byKind.get(kind)?.mayPublish(source, payload) ?? false,
    async apply(transaction, events, clock) {
      for (const handler of handlers) {
        const ofKind = events.filter(({ kind }) => kind === handler.kind);
        if (ofKind.length > 0) await handler.apply(transaction, ofKind, clock);
      }
    },
  };
}
