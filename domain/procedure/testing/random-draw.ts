import type { Day } from '../../calendar/day';
import type { CaseState } from '../case-state';

/**
 * Numbers that look random and are the same for the same seed: a linear congruential generator (Numerical Recipes). Seeds that
 * follow each other are strewn first (Knuth), or their sequences would begin alike.
 */
export function numbersOf(seed: number): (below: number) => number {
  let held = Math.imul(seed, 2_654_435_761) >>> 0;
  return (below) => {
    held = (Math.imul(held, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((held / 2 ** 32) * below);
  };
}

export type Numbers = ReturnType<typeof numbersOf>;

/** One of some, which must not be none. */
export function oneOf<Item>(numbers: Numbers, items: readonly Item[]): Item {
  const chosen = items[numbers(items.length)];
  if (chosen === undefined) throw new Error('There is none to choose from.');
  return chosen;
}

/** What a command is made of: the complaint as it stands, a day about today's, people, and whether it is to be one that cannot be. */
export interface Draw {
  readonly state: CaseState | null;
  readonly numbers: Numbers;
  readonly on: Day;
  readonly isMad: () => boolean;
  readonly person: () => string;
}
