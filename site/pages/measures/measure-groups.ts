import type { Measure, MeasureDefinitionsQuery } from '../../operations/__generated__/operations';
import { hasList } from '../figures/measured';
import type { FigureKind } from '../figures/narrowed';

export type Definition = NonNullable<MeasureDefinitionsQuery['measureDefinitions']>[number];

/** Measures that belong together, in the order of the page. */
export interface MeasureGroup {
  readonly id: string;
  readonly title: string;
  readonly measures: readonly MeasureLine[];
}

/** One measure of the list. */
export interface MeasureLine {
  readonly measure: string;
  readonly href: string;
  readonly title: string;
  readonly counts: string;
  readonly better: string;
  readonly unit: string;
}

const GROUPS: readonly { readonly id: string; readonly title: string; readonly begins: RegExp }[] = [
  { id: 'demand', title: 'Demand', begins: /^(?:RECEIVED|ESCALATED|DIRECT|WENT_ON|CALLS)/ },
  { id: 'performance', title: 'Performance', begins: /^(?:ACKNOWLEDGED|ANSWERED|IN_TIME_RATE|DAYS_TO)/ },
  { id: 'promises', title: 'Promises', begins: /^(?:PROMISE|IN_TIME_WITH_PROMISES|IN_TIME_PROMISE)/ },
  { id: 'waiting', title: 'What waits', begins: /^(?:OPEN|OVERDUE)/ },
  {
    id: 'ombudsmen',
    title: 'Ombudsmen',
    begins: /^(?:REFERRED_TO_OMBUDSMAN|OMBUDSMAN|UPHELD_BY_OMBUDSMAN|REMED)/,
  },
  { id: 'outcomes', title: 'Outcomes', begins: /^(?:UPHELD|PARTIALLY_UPHELD|NOT_UPHELD|UPHOLD|CLOSED)/ },
  { id: 'others', title: 'Others', begins: /^/ },
];

/** Whether it counts what the ombudsmen have: of no stage, and of two ombudsmen. */
export const isOfOmbudsmen = (measure: Measure): boolean => groupOf(measure).id === 'ombudsmen';

/** Whether it tells how things stand on a day, and not what happened in a period. */
export const isState = (measure: Measure): boolean => groupOf(measure).id === 'waiting';

/** What a measure is of. */
export function kindOfMeasure(measure: Measure): FigureKind {
  if (!hasList(measure)) return 'calls';
  if (isOfOmbudsmen(measure)) return 'cases';
  return isState(measure) ? 'open' : 'stages';
}

/** Which way is better, in words. */
export const BETTER = {
  HIGHER_IS_BETTER: 'More is better',
  LOWER_IS_BETTER: 'Less is better',
  NEITHER: 'Neither way is better',
} as const;

/** What a value is in, in words. */
export const UNITS = {
  COUNT: 'Whole numbers',
  RATE: 'A share, shown in per cent',
  WORKING_DAYS: 'Working days',
} as const;

/** Every measure in its group; one that no group names stands under Others, and none is left out. */
export function measureGroups(definitions: readonly Definition[]): MeasureGroup[] {
  return GROUPS.map(({ id, title }) => ({
    ...{ id, title },
    measures: definitions
      .filter(({ measure }) => groupOf(measure).id === id)
      .map(({ measure, title: name, counts, polarity, unit }) => ({
        ...{ measure, title: name, counts },
        href: `/measures/${measure}`,
        better: BETTER[polarity],
        unit: UNITS[unit],
      })),
  })).filter(({ measures }) => measures.length > 0);
}

function groupOf(measure: string) {
  const [group = { id: 'others' }] = GROUPS.filter(({ begins }) => begins.test(measure));
  return group;
}
