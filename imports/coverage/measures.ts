import { foldWord } from '../cells/text';

/** Which figure a name of the coverage list is about. */
export type CoverageMeasure =
  | { readonly kind: 'escalated' | 'direct'; readonly stage: number }
  | { readonly kind: 'referredToOmbudsman'; readonly stage: null };

/** The schema's name of the stream that the list names, in any case; null for a name that is none of `streams`. */
export function streamNamed(written: string, streams: readonly string[]): string | null {
  return streams.find((name) => name === foldWord(written))?.toUpperCase() ?? null;
}

const AT_STAGE = /^(escalated|direct)_to_stage_([2-9])$/;

/** What a measure's name in lower case says (contract, "Coverage names map so"); null for a name that is none. */
export function measureOf(name: string): CoverageMeasure | null {
  if (name === 'escalated_to_ombudsman') return { kind: 'referredToOmbudsman', stage: null };
  const parts = AT_STAGE.exec(name);
  if (parts === null) return null;
  return { kind: parts[1] === 'direct' ? 'direct' : 'escalated', stage: Number(parts[2]) };
}
