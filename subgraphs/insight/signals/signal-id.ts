import { type Day, isDay } from '../../../domain/calendar/day';
import type { FoundSignal } from './found-signal';
import { JUDGED_MEASURES, type JudgedMeasure } from './judged-measures';

/** Names a signal: the same whenever it is asked. `key` is the id of a service or directorate, which outlives its name. */
export const signalId = (
  {
    kind,
    series: { of, dimension, stream, stage },
    from,
    to,
  }: Pick<FoundSignal, 'kind' | 'series' | 'from' | 'to'>,
  key: string,
): string => [kind, of.measure, dimension, stream, stage, encodeURIComponent(key), from, to].join('/');

const PARTS = 8;
const MEASURE = 1;
const LAST_DAY = 7;

/** Where the signal of an id is to be looked for; null for what is the id of none. */
export function whereSignal(id: string): { readonly of: JudgedMeasure; readonly to: Day } | null {
  const parts = id.split('/');
  const of = JUDGED_MEASURES.find(({ measure }) => measure === parts[MEASURE]);
  const to = parts[LAST_DAY];
  return parts.length === PARTS && of !== undefined && to !== undefined && isDay(to) ? { of, to } : null;
}
