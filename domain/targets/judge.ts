import { type Figure, figureWords, type Unit } from '../figures/figures';
import type { Polarity, Rag } from './standing';

/** What a figure is to reach: `value` in the figure's own unit, a rate from 0 to 1. */
export interface Aim {
  readonly value: number;
  /** By how much it may be missed and is amber: points of a hundred for a rate, else the figure's own unit. */
  readonly tolerance: number;
}

/** How a figure stands to its target, and the same in words that need no colour. */
export interface Judged {
  readonly rag: Rag;
  /** "Green: meets 90 %", "Amber: within 5 points of 90 %", "Red: more than 5 points below 90 %". */
  readonly words: string;
}

/** Parts of one unit, and of a rate of the whole: fine enough for every target, and small enough to stay exact. */
const STEPS = 1_000_000;
const STEPS_PER_POINT = STEPS / 100;

/**
 * How a figure stands to its target: green on the target's line or on its better side, amber up to and with the tolerance,
 * red beyond. Judged by the exact figure, not the rounded one that is read. Null of a volume, whose measure has no better
 * way, and where the figure is null or not told.
 */
export function judge(figure: Figure, aim: Aim, polarity: Polarity): Judged | null {
  if (polarity === 'NEITHER' || figure.value === null || figure.suppressed) return null;
  const { missed, allowed } = distance(figure, figure.value, aim, polarity);
  if (missed <= 0) return { rag: 'GREEN', words: `Green: ${metWords(figure.unit, aim, polarity)}` };
  if (missed <= allowed)
    return {
      rag: 'AMBER',
      words: `Amber: within ${toleranceWords(figure.unit, aim)} of ${aimWords(figure.unit, aim)}`,
    };
  return { rag: 'RED', words: `Red: ${missedWords(figure.unit, aim, polarity)}` };
}

/** By how much the target is missed, and by how much it may be, in whole steps of the same size. */
function distance(
  figure: Figure,
  value: number,
  aim: Aim,
  polarity: Polarity,
): { readonly missed: number; readonly allowed: number } {
  const { now, of } = inSteps(figure, value);
  const below = Math.round(aim.value * STEPS) * of - now;
  const perTolerance = figure.unit === 'RATE' ? STEPS_PER_POINT : STEPS;
  return {
    missed: polarity === 'HIGHER_IS_BETTER' ? below : -below,
    allowed: Math.round(aim.tolerance * perTolerance) * of,
  };
}

/** The figure times what it is of: a rate by its parts, so that no binary fraction decides on which side it falls. */
function inSteps(figure: Figure, value: number): { readonly now: number; readonly of: number } {
  const { numerator, denominator } = figure;
  const hasParts = typeof numerator === 'number' && typeof denominator === 'number' && denominator > 0;
  return figure.unit === 'RATE' && hasParts
    ? { now: numerator * STEPS, of: denominator }
    : { now: Math.round(value * STEPS), of: 1 };
}

/** A target as it is read: "90 %", "12", "10 working days". */
export function aimWords(unit: Unit, { value }: Aim): string {
  return unit === 'RATE' ? `${plain(value * 100)}\u00a0%` : figureWords({ unit, value });
}

/** A tolerance as it is read: "5 points", "1 point", "3", "2 working days". */
export function toleranceWords(unit: Unit, { tolerance }: Aim): string {
  if (unit === 'RATE') return `${plain(tolerance)} ${tolerance === 1 ? 'point' : 'points'}`;
  return figureWords({ unit, value: tolerance });
}

const metWords = (unit: Unit, aim: Aim, polarity: Polarity): string =>
  polarity === 'HIGHER_IS_BETTER' ? `meets ${aimWords(unit, aim)}` : `no more than ${aimWords(unit, aim)}`;

function missedWords(unit: Unit, aim: Aim, polarity: Polarity): string {
  const side = polarity === 'HIGHER_IS_BETTER' ? 'below' : 'above';
  const by = aim.tolerance === 0 ? '' : `more than ${toleranceWords(unit, aim)} `;
  return `${by}${side} ${aimWords(unit, aim)}`;
}

/** As people write it: at most two decimals, and none that binary fractions add. */
const plain = (number: number): string =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(number);
