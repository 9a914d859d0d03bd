import { askKeyPart, type KeyPart } from '../keys/key-book';

/** Somebody was refused something. Nothing that they wrote. */
export interface RefusedAsking {
  /** The subject of the sign-in, or the id of a key; null where neither is known. */
  readonly actor: string | null;
  readonly role: string | null;
  readonly code: string;
  /** The questions of the graph by their names in the schema, or the door. */
  readonly asked: readonly string[];
  readonly requestId: string;
}

/** Has refusals noted in the audit log, off every request's path, and in few entries however often somebody asks. */
export interface RefusalBook {
  note(refused: RefusedAsking): void;
  /** Tells what has not been told yet. */
  flush(): Promise<void>;
}

/** Where no part keeps them. */
export const NO_BOOK: RefusalBook = { note: () => undefined, flush: () => Promise.resolve() };

interface Counted {
  readonly actor: string;
  readonly role: string;
  readonly code: string;
  readonly asked: string;
  readonly requestId: string;
  /** How often since it was told. */
  again: number;
  isTold: boolean;
}

const SOON_MILLIS = 500;
const MINUTE_MILLIS = 60_000;
/** Kinds of refusal that one caller has entries for in a minute, and all callers together; what is more is counted as one. */
const MOST_OF_ONE = 10;
const MOST_IN_ALL = 300;
const MOST_CHARACTERS = 100;
const NOBODY = 'nobody';
const OTHER = 'other';

const NOTE = `mutation NoteRefusals($refusals: [RefusalInput!]!) {
  noteRefusals(refusals: $refusals)
}`;

/**
 * The first refusal of its kind is told half a second later; the same within the minute is counted and told at its end. What could
 * not be told is told the next time. A gateway that is killed loses what it has not told.
 */
export function createRefusalBook(
  of: KeyPart,
  { soonMillis = SOON_MILLIS, minuteMillis = MINUTE_MILLIS } = {},
): RefusalBook {
  const kinds = new Map<string, Counted>();
  let soon: NodeJS.Timeout | null = null;
  let minute: NodeJS.Timeout | null = null;
  let telling: Promise<void> = Promise.resolve();

  async function tell(isMinuteOver: boolean): Promise<void> {
    const told = [...kinds.values()].filter(({ isTold, again }) => !isTold || (isMinuteOver && again > 0));
    const refusals = told.map(({ actor, role, code, asked, requestId, isTold, again }) => ({
      ...{ actor, role, code, asked, requestId },
      again: isTold ? again : null,
    }));
    if (refusals.length > 0) await askKeyPart(of, { query: NOTE, variables: { refusals } });
    for (const [place, kind] of told.entries()) {
      kind.again -= refusals[place]?.again ?? 0;
      kind.isTold = true;
    }
    if (isMinuteOver) for (const [key, { again }] of kinds) if (again === 0) kinds.delete(key);
  }

  const run = (isMinuteOver: boolean): Promise<void> => {
    telling = telling
      .then(() => tell(isMinuteOver))
      .catch(() => undefined)
      .then(begin);
    return telling;
  };

  /** Waits for the end of the minute while something is counted, and for half a second where something was not told. */
  function begin(): void {
    const waits = [...kinds.values()].some(({ isTold }) => !isTold);
    if (waits)
      soon ??= setTimeout(() => {
        soon = null;
        void run(false);
      }, soonMillis).unref();
    if (kinds.size > 0)
      minute ??= setTimeout(() => {
        minute = null;
        void run(true);
      }, minuteMillis).unref();
  }

  return {
    note(refused) {
      const kind = kindOf(refused, kinds);
      const key = JSON.stringify([kind.actor, kind.role, kind.code, kind.asked]);
      const known = kinds.get(key);
      if (known === undefined) kinds.set(key, { ...kind, again: 0, isTold: false });
      else known.again += 1;
      begin();
    },
    async flush() {
      for (const timer of [soon, minute]) if (timer !== null) clearTimeout(timer);
      soon = null;
      minute = null;
      await run(false);
      await run(true);
    },
  };
}

/** A refusal as it is counted: as what it is while there is room for it, else with others of the caller, else with all others. */
function kindOf(
  { actor, role, code, asked, requestId }: RefusedAsking,
  kinds: ReadonlyMap<string, Counted>,
): Omit<Counted, 'again' | 'isTold'> {
  const who = { actor: actor ?? NOBODY, role: role ?? NOBODY, requestId };
  const what = [...asked].sort().join(' ').slice(0, MOST_CHARACTERS);
  const all = [...kinds.values()];
  const own = all.filter((kind) => kind.actor === who.actor);
  if (own.some((kind) => kind.code === code && kind.asked === what)) return { ...who, code, asked: what };
  if (all.length >= MOST_IN_ALL && own.length === 0)
    return { ...who, actor: OTHER, role: OTHER, code, asked: OTHER };
  return { ...who, code, asked: own.length < MOST_OF_ONE && all.length < MOST_IN_ALL ? what : OTHER };
}
