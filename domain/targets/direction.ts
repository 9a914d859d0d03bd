import { type Figure, isNoise } from '../figures/figures';
import type { Direction, Polarity } from './standing';

/**
 * Which way a figure went since another period, by its measure's polarity. SAME where the two differ by no more than chance
 * would make them differ (`isNoise`), so that one complaint more is no direction; CHANGED where neither way is better. Null
 * where one of them is null or not told.
 */
export function directionOf(now: Figure, before: Figure, polarity: Polarity): Direction | null {
  if (now.suppressed || before.suppressed || now.value === null || before.value === null) return null;
  if (isNoise(now, before)) return 'SAME';
  if (polarity === 'NEITHER') return 'CHANGED';
  return now.value > before.value === (polarity === 'HIGHER_IS_BETTER') ? 'BETTER' : 'WORSE';
}
