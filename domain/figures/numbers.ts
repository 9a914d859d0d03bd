import { NOT_RECORDED } from './days';

/** Between a number and its sign, so that a line never breaks there. */
const NO_BREAK = '\u00a0';
/** Rates of more than this many are told with one decimal: below it a decimal would be less than one complaint. */
const MOST_WITHOUT_DECIMAL = 200;

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const ONE_DECIMAL = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A share, 0 to 1. With both of its parts it is rounded exactly. */
export interface Rate {
  readonly value: number | null;
  readonly numerator?: number | null | undefined;
  readonly denominator?: number | null | undefined;
}

/** A count as "1,234,567"; 0 is "0", and null "not recorded". */
export function countWords(count: number | null): string {
  return count === null ? NOT_RECORDED : WHOLE.format(count);
}

/** A count with what is counted: "1 complaint", "1,234 complaints", "no complaints", "not recorded". */
export function countedWords({
  count,
  one,
  many,
}: {
  readonly count: number | null;
  readonly one: string;
  readonly many: string;
}): string {
  if (count === null) return NOT_RECORDED;
  if (count === 0) return `no ${many}`;
  return `${WHOLE.format(count)} ${count === 1 ? one : many}`;
}

/**
 * A rate as "70 %", with one decimal where it is of more than 200: "70.4 %". What is not quite all or nothing is never
 * rounded to it: "over 99 %", "under 1 %". A rate of none is "none"; null otherwise is "not recorded".
 */
export function rateWords(rate: Rate): string {
  if (rate.value === null) return rate.denominator === 0 ? 'none' : NOT_RECORDED;
  const perUnit = stepsPerPercent(rate);
  const steps = roundedSteps(rate, 100 * perUnit);
  const format = perUnit === 1 ? WHOLE : ONE_DECIMAL;
  const words = (count: number): string => `${format.format(count / perUnit)}${NO_BREAK}%`;
  if (steps === 0 && rate.value > 0) return `under ${words(1)}`;
  if (steps === 100 * perUnit && rate.value < 1) return `over ${words(steps - 1)}`;
  return words(steps);
}

const stepsPerPercent = ({ denominator }: Rate): number =>
  (denominator ?? 0) > MOST_WITHOUT_DECIMAL ? 10 : 1;

/** How many steps of `1 / stepsToOne` the rate is, halves up; from whole numbers where both are known. */
function roundedSteps({ value, numerator, denominator }: Rate, stepsToOne: number): number {
  if (typeof numerator === 'number' && typeof denominator === 'number' && denominator > 0)
    return Math.floor((2 * numerator * stepsToOne + denominator) / (2 * denominator));
  // Twelve digits are more than a rate has, and drop what binary fractions add.
  return Math.round(Number(((value ?? 0) * stepsToOne).toPrecision(12)));
}

/** The parts of a rate: "81 of 116 answered"; "not recorded" where one of them is not known. */
export function shareWords({
  numerator,
  denominator,
  of,
}: {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly of?: string;
}): string {
  if (numerator === null || denominator === null) return NOT_RECORDED;
  return [WHOLE.format(numerator), 'of', WHOLE.format(denominator), of].filter(Boolean).join(' ');
}

/** Working days as "12 working days", "1 working day", "12.5 working days"; "not recorded" for null. */
export function durationWords(workingDays: number | null): string {
  if (workingDays === null) return NOT_RECORDED;
  const number = TENTHS.format(workingDays);
  return `${number} ${number === '1' ? 'working day' : 'working days'}`;
}

/** Working days without their unit, for cells whose head has it: "12", "12.5", "not recorded". */
export function shortDurationWords(workingDays: number | null): string {
  return workingDays === null ? NOT_RECORDED : TENTHS.format(workingDays);
}
