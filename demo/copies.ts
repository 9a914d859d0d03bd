import type { Dirt } from './dirt';
import type { MadeRow } from './made-row';
import type { Random } from './random';
import { type Cells, lastUpdatedAt } from './row';
import { CLOSURE_CODES, OPEN, THEMES } from './words';
import { MINUTES_PER_DAY, usualMoment } from './written-dates';

type CopyKind = 'plain' | 'older' | 'newer' | 'conflicting';

/** How many copies there are for each row. */
export function copyRate({ plainCopy, olderCopy, newerCopy, conflictingCopy }: Dirt): number {
  return plainCopy + olderCopy + newerCopy + conflictingCopy;
}

/** Which kind of copy a row gets, at the rates of `dirt`; mostly none. */
export function copyKind(random: Random, dirt: Dirt): CopyKind | null {
  let drawn = random.next();
  for (const kind of ['plain', 'older', 'newer', 'conflicting'] as const) {
    drawn -= dirt[`${kind}Copy`];
    if (drawn < 0) return kind;
  }
  return null;
}

/** A copy of a row: the same but for spaces, as it was before its answer, as it became later, or at odds with it. */
export function copyOf(random: Random, { cells, stage }: MadeRow, kind: CopyKind): Cells {
  switch (kind) {
    case 'plain':
      return { ...cells, Service: ` ${cells.Service}`, Summary: `${cells.Summary} ` };
    case 'older':
      return {
        ...cells,
        Status: random.pick(OPEN),
        'Date Responded': '',
        'Closure Code': '',
        'Last Updated': usualMoment(stage.acknowledgedAt + 1),
      };
    case 'newer':
      return {
        ...cells,
        'Closure Code': random.pick(CLOSURE_CODES),
        'Last Updated': usualMoment(lastUpdatedAt(stage) + random.between(1, 60) * MINUTES_PER_DAY),
      };
    case 'conflicting':
      return { ...cells, Category: `${random.pick(THEMES)} (2)` };
  }
}
