import { systemClock } from '../../platform/config/clock';
import { askKeyPart, type KeyPart } from './key-book';

/** Counts how keys are used, and tells the part that keeps them off every request's path. */
export interface KeyUses {
  used(id: string): void;
  refused(id: string): void;
  /** Tells what was counted and has not been told yet. */
  flush(): Promise<void>;
}

interface Counted {
  isUsed: boolean;
  refused: number;
}

/** What was counted is told so soon after the first, and then so often at the most. */
const SOON_MILLIS = 1_000;
const BETWEEN_MILLIS = 60_000;
/** Of so many keys at once; others wait until these are told. */
const MOST_KEYS = 1_000;

const NOTE = 'mutation NoteKeyUses($uses: [KeyUse!]!) { noteKeyUses(uses: $uses) }';

/** Tells that a key was used once in an hour, and refusals as they come. What could not be told is told the next time. */
export function createKeyUses(of: KeyPart): KeyUses {
  const counted = new Map<string, Counted>();
  /** The hour in which each key was last told to be used. */
  const told = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;
  let lastMillis = Number.NEGATIVE_INFINITY;

  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (counted.size === 0) return;
    lastMillis = performance.now();
    const uses = [...counted].map(([id, each]) => ({ id, ...each }));
    counted.clear();
    try {
      await askKeyPart(of, { query: NOTE, variables: { uses } });
    } catch {
      for (const { id, isUsed, refused } of uses) count(id, { isUsed, refused });
    }
  };

  function count(id: string, { isUsed, refused }: Counted): void {
    const before = counted.get(id);
    if (before === undefined && counted.size >= MOST_KEYS) return;
    counted.set(id, {
      isUsed: isUsed || before?.isUsed === true,
      refused: refused + (before?.refused ?? 0),
    });
    const waitMillis = Math.max(SOON_MILLIS, lastMillis + BETWEEN_MILLIS - performance.now());
    timer ??= setTimeout(() => void flush(), waitMillis).unref();
  }

  return {
    flush,
    used(id) {
      const hour = Math.floor(systemClock.now().getTime() / 3_600_000);
      if (told.get(id) === hour) return;
      if (told.size >= MOST_KEYS) told.clear();
      told.set(id, hour);
      count(id, { isUsed: true, refused: 0 });
    },
    refused: (id) => count(id, { isUsed: false, refused: 1 }),
  };
}
