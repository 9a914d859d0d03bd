import { randomUUID } from 'node:crypto';
import { systemClock } from '../../platform/config/clock';
import { askKeyPart, type KeyPart } from '../keys/key-book';

/** A request that came with a credential of a partner, and what became of it. Nothing of what was answered. */
export interface PartnerRequest {
  readonly partner: string;
  /** The id of the key, or the subject of the token. */
  readonly credential: string;
  readonly byKey: boolean;
  /** The path, without what follows it. */
  readonly door: string;
  /** The questions of the graph that were asked, by the names that the schema has for them. */
  readonly asked: readonly string[];
  readonly status: number;
}

/** Notes what partners ask, off every request's path. */
export interface RequestLog {
  note(request: PartnerRequest): void;
  /** Tells what has not been told yet. */
  flush(): Promise<void>;
}

const SOON_MILLIS = 500;
/** So many are told at once, and so many wait while they cannot be told; the oldest go then. */
const MOST_AT_ONCE = 500;
const MOST_WAITING = 20_000;

const NOTE = `mutation NotePartnerRequests($requests: [PartnerRequestInput!]!) {
  notePartnerRequests(requests: $requests)
}`;

/**
 * Tells the part half a second after the first. Each has an id, so that one which is told again, since nobody heard that it was
 * kept, is kept once. A gateway that is killed loses what it has not told.
 */
export function createRequestLog(of: KeyPart): RequestLog {
  let waiting: (PartnerRequest & { readonly id: string; readonly at: string })[] = [];
  let timer: NodeJS.Timeout | null = null;
  let telling: Promise<void> = Promise.resolve();

  async function tell(): Promise<void> {
    while (waiting.length > 0) {
      const requests = waiting.slice(0, MOST_AT_ONCE);
      await askKeyPart(of, { query: NOTE, variables: { requests } });
      const told = new Set(requests);
      waiting = waiting.filter((request) => !told.has(request));
    }
  }

  const begin = (): void => {
    timer ??= setTimeout(() => void flush(), SOON_MILLIS).unref();
  };

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    telling = telling.then(tell).catch(begin);
    return telling;
  }

  return {
    flush,
    note(request) {
      if (waiting.length >= MOST_WAITING) waiting.shift();
      waiting.push({ ...request, id: randomUUID(), at: systemClock.now().toISOString() });
      begin();
    },
  };
}
