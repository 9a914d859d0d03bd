import { listenTo } from '../postgres/listen';
import type { Change } from './change';
import { type Followed, followedSubjects } from './followed-subjects';
import { inTurns } from './in-turns';

/** Tells of the changes of one part, whichever process made them. */
export interface ChangeFeed {
  /** Tells `listener` from now on; gives what stops it. Rejects where the database does not answer. */
  follow(listener: (change: Change) => void): Promise<() => Promise<void>>;
}

export interface CreateChangeFeed extends Followed {
  readonly schema: string;
  /** Where notifications come from. */
  readonly urls: readonly string[];
}

interface Open {
  close(): Promise<void>;
}

/** So long at the least between two readings: a load's batches are committed one after the other. */
const GAP_MILLIS = 250;

/**
 * Listens while anybody follows, over one connection for each database, and holds nothing else. What was committed while that
 * connection was lost is found when there is another.
 */
export function createChangeFeed(options: CreateChangeFeed): ChangeFeed {
  const listeners = new Set<(change: Change) => void>();
  let open: Promise<Open> | null = null;
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change);
  };
  return {
    async follow(listener) {
      listeners.add(listener);
      open ??= opened(options, tell);
      const opening = open;
      const leave = async () => {
        listeners.delete(listener);
        if (listeners.size > 0 || open !== opening) return;
        open = null;
        const left = await opening.catch(() => null);
        await left?.close();
      };
      try {
        await opening;
      } catch (error) {
        await leave();
        throw error;
      }
      return leave;
    },
  };
}

async function opened(options: CreateChangeFeed, tell: (change: Change) => void): Promise<Open> {
  const subjects = followedSubjects(options);
  const reading = inTurns({ gapMillis: GAP_MILLIS }, async () => tell(await subjects.next()));
  const listening = options.urls.map((url) =>
    listenTo({
      ...{ url, channel: 'changes', name: 'complaints changes', onListening: () => reading.again() },
      onTold: (schema) => void (schema === options.schema && reading.again()),
    }),
  );
  const close = async () => {
    reading.stop();
    await Promise.all(listening.map((each) => each.stop()));
  };
  try {
    await Promise.all(listening.map(({ begun }) => begun));
    await subjects.begin();
  } catch (error) {
    await close();
    throw error;
  }
  reading.start();
  return { close };
}
