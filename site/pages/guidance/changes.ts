import { diffLines, diffWordsWithSpace } from 'diff';

/** Words that stand in both texts, or in one of them. */
export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Lines that are the same, how many of them are left out, or lines that differ. */
export type Block =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'skipped'; readonly lines: number }
  | { readonly kind: 'changed'; readonly pieces: readonly Piece[] };

/** Lines around a change that are shown with it. */
const AROUND = 2;
/** Texts that differ by more than so many lines or words, or take longer to compare, are shown one after the other: nobody reads such a comparison. */
const EFFORT = { maxEditLength: 1_000, timeout: 300 } as const;
const LONGEST_BY_WORDS = 20_000;
/** Lines that have less in common are told as other lines: single words that they share by chance say nothing. */
const LEAST_ALIKE = 0.4;

/** What one text says that another does not: lines, and within lines that differ their words. */
export function changesBetween(before: string, after: string): Block[] {
  const parts = diffLines(ended(before), ended(after), EFFORT);
  if (parts === undefined) return [changed(before, after)];
  return parts.flatMap((part, index) => {
    const [previous, next] = [parts[index - 1], parts[index + 1]];
    // What was put in the place of something stands with it.
    if (part.added && previous?.removed) return [];
    if (part.removed) return [changed(part.value, next?.added ? next.value : '')];
    if (part.added) return [changed('', part.value)];
    return folded(part.value, { isFirst: index === 0, isLast: next === undefined });
  });
}

/** Whether anything differs. */
export const isChanged = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind === 'changed');

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

function changed(before: string, after: string): Block {
  const whole: Piece[] = [
    { kind: 'removed' as const, text: before },
    { kind: 'added' as const, text: after },
  ].filter(({ text }) => text !== '');
  const isShort = before.length + after.length <= LONGEST_BY_WORDS;
  if (before === '' || after === '' || !isShort) return { kind: 'changed', pieces: whole };
  const words = diffWordsWithSpace(before, after, EFFORT)?.map(
    ({ value, added, removed }): Piece => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  );
  const isAlike = words !== undefined && sameShare(words) >= LEAST_ALIKE;
  return { kind: 'changed', pieces: isAlike ? words : whole };
}

/** How much of the longer of two texts stands in both, 0 to 1. */
function sameShare(pieces: readonly Piece[]): number {
  const length = (kinds: readonly Piece['kind'][]) =>
    pieces.reduce((sum, { kind, text }) => sum + (kinds.includes(kind) ? text.length : 0), 0);
  const longer = Math.max(length(['same', 'added']), length(['same', 'removed']));
  return length(['same']) / longer;
}

/** Lines that are the same, without those that are far from any change. */
function folded(text: string, { isFirst, isLast }: { isFirst: boolean; isLast: boolean }): Block[] {
  const lines = text.split(/(?<=\n)/);
  const [head, tail] = [isFirst ? 0 : AROUND, isLast ? 0 : AROUND];
  const skipped = lines.length - head - tail;
  if (skipped <= AROUND) return [{ kind: 'same', text }];
  const same = (from: number, to: number): Block[] =>
    from === to ? [] : [{ kind: 'same', text: lines.slice(from, to).join('') }];
  return [...same(0, head), { kind: 'skipped', lines: skipped }, ...same(lines.length - tail, lines.length)];
}
