import { tidyReference } from './references';
import { readWrittenMoment } from './written-moment';

/** How one cell says what another says: the same, the same less or more exactly, or something else. */
export type Comparison = 'same' | 'less' | 'more' | 'different';

/**
 * Compares two cells by what they mean: the same day in another form, the same number, and what a spreadsheet left of
 * either (no seconds, no nought at the beginning, ten digits as `1.61496E+09`).
 */
export function compareCells(one: string, other: string): Comparison {
  if (plainly(one) === plainly(other)) return 'same';
  return compareMoments(one.trim(), other.trim()) ?? compareNumbers(one.trim(), other.trim()) ?? 'different';
}

const plainly = (cell: string): string => tidyReference(cell).replace(/\s+/g, '');

const opposite = { same: 'same', less: 'more', more: 'less', different: 'different' } as const;

/** The comparison the other way round. */
export const reversed = (comparison: Comparison): Comparison => opposite[comparison];

const SECONDS = /\d:\d{2}:\d{2}/;
const SERIAL_WITH_TIME = /^\d{5}\.\d+$/;

/** How much of its time a cell says, as characters of `HH:MM:SS.fff`. */
function timeLength(cell: string, time: string | null): number {
  if (time === null) return 0;
  return SECONDS.test(cell) || SERIAL_WITH_TIME.test(cell) ? time.length : 'HH:MM'.length;
}

/** Null where one of them is no moment. */
function compareMoments(one: string, other: string): Comparison | null {
  const [first, second] = [readWrittenMoment(one), readWrittenMoment(other)];
  if (first === null || second === null) return null;
  const [length, otherLength] = [timeLength(one, first.time), timeLength(other, second.time)];
  const shared = Math.min(length, otherLength);
  const isSame = first.time?.slice(0, shared) === second.time?.slice(0, shared);
  if (first.day !== second.day || (shared > 0 && !isSame)) return 'different';
  return bySize(length, otherLength);
}

const bySize = (one: number, other: number): Comparison =>
  one === other ? 'same' : one < other ? 'less' : 'more';

const NUMBER = /^(\d{1,30})(?:\.(\d{1,30}))?$/;
const SCIENTIFIC = /^(\d(?:\.\d{1,15})?)E\+?(\d{1,2})$/i;

/** Null where one of them is no number without a sign. */
function compareNumbers(one: string, other: string): Comparison | null {
  if (SCIENTIFIC.test(one)) return isShortened(one, other) ? 'less' : null;
  if (SCIENTIFIC.test(other)) return isShortened(other, one) ? 'more' : null;
  const [first, second] = [NUMBER.exec(one), NUMBER.exec(other)];
  if (first === null || second === null) return null;
  if (withoutNoughts(first) !== withoutNoughts(second)) return 'different';
  return bySize(first[1]?.length ?? 0, second[1]?.length ?? 0);
}

/** A number without the noughts that do not count. */
function withoutNoughts([, whole = '', fraction = '']: RegExpExecArray): string {
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '')}`;
}

/** Whether a number in scientific notation is what is left of another. */
function isShortened(scientific: string, number: string): boolean {
  const [, mantissa = '', power = ''] = SCIENTIFIC.exec(scientific) ?? [];
  if (!NUMBER.test(number)) return false;
  const places = mantissa.slice(2).length;
  return Number(number).toExponential(places) === `${mantissa}e+${Number(power)}`;
}
