import type { IncomingMessage, ServerResponse } from 'node:http';
import { systemClock } from '../../platform/config/clock';
import { createExpiringCache } from '../../platform/identity/expiring-cache';
import type { Identity } from '../../platform/identity/identity';
import { PARTNER_ROLE } from '../../platform/identity/scopes';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { answerSources } from './answer-sources';
import type { Caller } from './caller';

/** Some 20 MB at the most. */
const MOST_ANSWERS = 200;
const MOST_BYTES = 100_000;
const MOST_BYTES_ASKED = 10_000;
/** What is put right past all events, by hand, is hidden no longer. */
export const KEPT_MILLIS = 60_000;
/** One that is given no longer is known to have been kept: of those who ask at once one asks for all, then too. */
const KNOWN_MILLIS = 10 * KEPT_MILLIS;
const OK_STATUS = 200;
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/;

interface KeptAnswer {
  readonly type: string;
  readonly body: Buffer;
  /** The states of the parts that it was made of. */
  readonly states: ReadonlyMap<string, string>;
  /** Until when it may be given, in milliseconds since 1970. */
  readonly untilMillis: number;
  /** Its place among all that was asked for to be kept. */
  readonly turn: number;
}

/** An HTTP request to the graph, its body read already. */
interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
}

type Handle = (asked: Asked, caller: Caller) => Promise<void> | void;

/**
 * Keeps whole answers, as they were written, for callers who may see the same. A kept one is given when each part that it was
 * made of says that it stands as it did; a part that says nothing of that is asked each time. Of those who find at once that
 * one stands no longer, one asks and the others are given the same.
 */
export function keepingAnswers({
  handle,
  executors,
}: {
  readonly handle: Handle;
  readonly executors: ReadonlyMap<string, SubgraphExecutor>;
}): (asked: Asked, caller: Caller) => Promise<void> {
  const answers = createExpiringCache<KeptAnswer>({ clock: systemClock, capacity: MOST_ANSWERS });
  const stands = async ({ states, untilMillis }: KeptAnswer): Promise<boolean> => {
    if (systemClock.now().getTime() >= untilMillis) return false;
    const all = [...states].map(async ([part, state]) => (await executors.get(part)?.state?.()) === state);
    return (await Promise.all(all)).every((isSame) => isSame);
  };
  /** Questions that are being asked anew, each until it is answered. */
  const underWay = new Map<string, Promise<void>>();
  let turns = 0;
  const askAndKeep = async (key: string, asked: Asked, caller: Caller): Promise<void> => {
    turns += 1;
    const turn = turns;
    const sources = answerSources();
    whenWritten(asked.response, (body) => {
      const states = sources.states();
      const type = String(asked.response.getHeader('content-type'));
      if (states === null || asked.response.statusCode !== OK_STATUS || !JSON_TYPE.test(type)) return;
      const now = systemClock.now().getTime();
      answers.set(key, { type, body, states, turn, untilMillis: now + KEPT_MILLIS }, now + KNOWN_MILLIS);
    });
    await handle(asked, { ...caller, sources });
  };
  const ask = (key: string, asked: Asked, caller: Caller): Promise<void> => {
    const asking = askAndKeep(key, asked, caller);
    const settle = () => {
      if (underWay.get(key) === settled) underWay.delete(key);
    };
    const settled = asking.then(settle, settle);
    underWay.set(key, settled);
    return asking;
  };
  return async (asked, caller) => {
    const key = keyOf(asked, caller);
    if (key === null) return handle(asked, caller);
    const since = turns;
    for (let kept = answers.get(key); kept !== undefined; kept = answers.get(key)) {
      // What was begun since is new enough, whatever has changed meanwhile.
      if (kept.turn > since || (await stands(kept))) return give(asked.response, kept);
      // Everybody would count the same at once, whenever anything has changed: one does, and the others wait.
      const other = underWay.get(key);
      if (other === undefined) break;
      await other;
      if (answers.get(key) === kept) break;
    }
    return ask(key, asked, caller);
  };
}

/** Of an identity all but who it is: callers who have the same may see the same. */
export const sharedBy = ({ subject: _, ...shared }: Identity): readonly unknown[] => [
  ...[shared.role, shared.scopes, shared.streams, shared.services, shared.partner, shared.credential],
  shared.smallNumbersBelow ?? null,
];

/** What an answer goes by; null for a request whose answer is not kept. */
function keyOf({ request, body }: Asked, { identity }: Caller): string | null {
  if (request.method !== 'POST' || body.length > MOST_BYTES_ASKED) return null;
  // What they ask is noted each time, so it is looked at each time; what the parts answered is kept all the same.
  if (identity.role === PARTNER_ROLE) return null;
  const { url, headers } = request;
  const how = [url, headers.accept, headers['content-type']];
  return JSON.stringify([...sharedBy(identity), how, body.toString()]);
}

function give(response: ServerResponse, { type, body }: KeptAnswer): void {
  response.writeHead(OK_STATUS, { 'content-type': type });
  response.end(body);
}

/** Tells what was written when all of it was, unless it is long. */
function whenWritten(response: ServerResponse, tell: (body: Buffer) => void): void {
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  const parts: Buffer[] = [];
  let bytes = 0;
  const add = (part: unknown) => {
    if (typeof part !== 'string' && !(part instanceof Uint8Array)) return;
    bytes += part.length;
    if (bytes <= MOST_BYTES) parts.push(Buffer.from(part));
  };
  response.write = (part: string | Uint8Array) => {
    add(part);
    return write(part);
  };
  response.end = (part?: unknown) => {
    add(part);
    if (bytes <= MOST_BYTES) tell(Buffer.concat(parts));
    return end(part);
  };
}
