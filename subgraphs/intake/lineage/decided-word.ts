import { foldWord } from '../../../domain/words/fold-word';
import type { ListedFault } from '../faults/faults';

/** The kind of word that each fault is about, and whether each system has its own of it. */
const KINDS: Readonly<Record<string, { readonly kind: string; readonly ofSource: boolean }>> = {
  UNKNOWN_SERVICE: { kind: 'service', ofSource: false },
  UNKNOWN_CHANNEL: { kind: 'channel', ofSource: false },
  UNKNOWN_CLOSURE_CODE: { kind: 'closure-code', ofSource: true },
  UNKNOWN_OUTCOME: { kind: 'closure-code', ofSource: true },
};

/** The id under which directory keeps what the word of a fault was decided to mean; null where nothing was. */
export function decidedWord({
  code,
  source,
  value,
  state,
}: Pick<ListedFault, 'code' | 'source' | 'value' | 'state'>): { readonly id: string } | null {
  const word = KINDS[code];
  if (state !== 'MAPPED' || word === undefined || value === null) return null;
  const parts = word.ofSource ? [word.kind, foldWord(source)] : [word.kind];
  return { id: [...parts, foldWord(value)].join('/') };
}
