import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Unit } from '../../domain/figures/figures';
import { shortFigureWords } from '../../domain/figures/figures';

/** An axis of values from zero, with the marks on it. */
export interface ValueScale {
  readonly at: ScaleLinear<number, number>;
  readonly ticks: readonly { readonly value: number; readonly words: string }[];
}

const WANTED_TICKS = 4;
/** Whole things have no marks between them, so their axis is never shorter than this. */
const SHORTEST = 4;
/** Below it the marks of a rate would have more decimals than are told. */
const SMALLEST_RATE = 0.02;

/** The axis that holds these values. It begins at zero; counts have whole marks, rates end at 100 % or before. */
export function valueScale({
  unit,
  largest,
  range,
}: {
  readonly unit: Unit;
  readonly largest: number;
  readonly range: readonly [number, number];
}): ValueScale {
  const at = scaleLinear()
    .domain([0, endOf(unit, largest)])
    .nice(WANTED_TICKS)
    .range(range);
  const values = at.ticks(WANTED_TICKS).filter((value) => unit === 'RATE' || Number.isInteger(value));
  return { at, ticks: values.map((value) => ({ value, words: tickWords(unit, value) })) };
}

function endOf(unit: Unit, largest: number): number {
  if (unit !== 'RATE') return Math.max(largest, SHORTEST);
  // From a half on a rate is seen against the whole.
  return largest > 0.5 || largest <= 0 ? Math.max(1, largest) : Math.max(largest, SMALLEST_RATE);
}

const tickWords = (unit: Unit, value: number): string =>
  unit === 'RATE' ? `${Math.round(value * 1_000) / 10}\u00a0%` : shortFigureWords({ unit, value });
