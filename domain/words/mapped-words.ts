import type { ClosureReason, Outcome } from '../findings';
import { foldWord } from './fold-word';

/** What a word of an inherited system was decided to mean, for what was received on `from` (an ISO day) or later. */
export type MappedWord = {
  readonly word: string;
  readonly from: string;
  /** False where that was taken back: the word means nothing then. Left out, it holds. */
  readonly isKept?: boolean | undefined;
} & (
  | { readonly kind: 'service'; readonly serviceId: string }
  | { readonly kind: 'channel'; readonly channel: string }
  | ({ readonly kind: 'closure-code'; readonly source: string } & Closure)
);

/** How a stage ended. */
export interface Closure {
  readonly outcome: Outcome | null;
  readonly closureReason: ClosureReason;
}

/** Whether a word was decided on at all, and what it means on a day. */
export type Lookup<Meaning> =
  | { readonly kind: 'undecided' }
  | { readonly kind: 'decided'; readonly from: string; readonly means: Meaning };

/** The decisions, to be asked by a word as it was written: case and spaces do not matter. */
export interface MappedWords {
  service(written: string): Lookup<string>;
  channel(written: string): Lookup<string>;
  /** Codes are each system's own. */
  closure(of: { readonly source: string; readonly written: string }): Lookup<Closure>;
}

/** Look-ups over what was decided; of two decisions on one word the later in the list holds, and one taken back is none. */
export function mappedWords(all: readonly MappedWord[]): MappedWords {
  const newest = new Map(all.map((mapped) => [keyOf(mapped, mapped.word), mapped]));
  const byKey = new Map([...newest].filter(([, { isKept = true }]) => isKept));
  return {
    service(written) {
      const found = byKey.get(keyOf({ kind: 'service' }, written));
      return found?.kind === 'service' ? decided(found, found.serviceId) : UNDECIDED;
    },
    channel(written) {
      const found = byKey.get(keyOf({ kind: 'channel' }, written));
      return found?.kind === 'channel' ? decided(found, found.channel) : UNDECIDED;
    },
    closure({ source, written }) {
      const found = byKey.get(keyOf({ kind: 'closure-code', source }, written));
      if (found?.kind !== 'closure-code') return UNDECIDED;
      return decided(found, { outcome: found.outcome, closureReason: found.closureReason });
    },
  };
}

/** The meaning on a day; null where none was decided, or not for a day so early. */
export function meaningOn<Meaning>(looked: Lookup<Meaning>, day: string): Meaning | null {
  return looked.kind === 'decided' && day >= looked.from ? looked.means : null;
}

const UNDECIDED = { kind: 'undecided' } as const;

const decided = <Meaning>({ from }: MappedWord, means: Meaning): Lookup<Meaning> => ({
  kind: 'decided',
  from,
  means,
});

const keyOf = (of: { readonly kind: MappedWord['kind']; readonly source?: string }, word: string): string =>
  JSON.stringify([of.kind, of.source ?? null, foldWord(word)]);
