import { closedOn, closures } from './recount';
import type { PlainStage } from './sort-plainly';

export const FIGURES = ['received', 'escalated', 'direct', 'answered', 'answeredInTime', 'closed'] as const;
export type Figure = (typeof FIGURES)[number];

/** One thing that a figure counts, and the day it is counted on. */
export interface Thing {
  readonly figure: Figure;
  readonly on: string;
  readonly stage: PlainStage;
}

/**
 * Everything that any figure counts, as the contract words each. `closed` are the stages with which complaints ended, where
 * they are not joined by their parents.
 */
export function thingsCounted(
  stages: readonly PlainStage[],
  closed: readonly PlainStage[] = closures(stages),
): Thing[] {
  const of = (figure: Figure, counted: readonly PlainStage[], on: 'receivedOn' | 'answeredOn'): Thing[] =>
    counted.map((stage) => ({ figure, stage, on: stage[on] ?? '' }));
  const answered = stages.filter((stage) => stage.answeredOn !== null);
  return [
    ...of('received', stages, 'receivedOn'),
    ...of(
      'escalated',
      stages.filter(({ route }) => route === 'ESCALATED'),
      'receivedOn',
    ),
    ...of(
      'direct',
      stages.filter(({ route }) => route === 'DIRECT'),
      'receivedOn',
    ),
    ...of('answered', answered, 'answeredOn'),
    ...of(
      'answeredInTime',
      answered.filter((stage) => (stage.answeredOn ?? '') <= stage.dueOn),
      'answeredOn',
    ),
    ...closed.map((stage): Thing => ({ figure: 'closed', stage, on: closedOn(stage) ?? '' })),
  ];
}

/** A financial year by its two calendar years, such as 2021-22. */
const financialYear = (day: string): string => {
  const first = Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0);
  return `${first}-${String(first + 1).slice(2)}`;
};
/** January to March is the last quarter. */
const quarter = (day: string): string =>
  `Q${['01', '04', '07', '10'].filter((month) => month <= day.slice(5, 7)).length - 1 || 4}`;

/** The value of a dimension, by its name in a row of figures. */
export const DIMENSIONS: Readonly<Record<string, (thing: Thing) => string | number | null>> = {
  stream: ({ stage }) => stage.stream,
  stage: ({ stage }) => stage.stage,
  financialYear: ({ on }) => financialYear(on),
  quarter: ({ on }) => quarter(on),
  month: ({ on }) => `${on.slice(0, 7)}-01`,
  directorate: ({ stage }) => stage.directorate ?? 'Not recorded',
  service: ({ stage }) => stage.service ?? 'Not recorded',
  theme: ({ stage }) => stage.theme ?? 'Not recorded',
  channel: ({ stage }) => stage.channel ?? 'Not recorded',
  outcome: ({ stage }) => stage.outcome,
};

/** A filter of figures, as a caller writes it. */
export interface Where {
  readonly streams?: readonly string[];
  readonly stages?: readonly number[];
  readonly financialYears?: readonly string[];
  readonly quarters?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly services?: readonly string[];
}

/** Whether a filter lets a thing through. Services by their present names. */
export function passes({ on, stage }: Thing, where: Where): boolean {
  const among = <Value>(wanted: readonly Value[] | undefined, value: Value) =>
    wanted?.includes(value) ?? true;
  return (
    among(where.streams, stage.stream) &&
    among(where.stages, stage.stage) &&
    among(where.financialYears, financialYear(on)) &&
    among(where.quarters, quarter(on)) &&
    (where.from ?? '') <= on &&
    on <= (where.to ?? '9999') &&
    among(where.services, stage.service ?? 'Not recorded')
  );
}

/** Rows of figures by some dimensions: one for each combination that has something, in no order. */
export function figuresBy(things: readonly Thing[], by: readonly string[]): Record<string, unknown>[] {
  const rows = new Map<string, Record<string, unknown>>();
  if (by.length === 0) rows.set('[]', noFigures());
  for (const thing of things) {
    const values = by.map((dimension) => [dimension, DIMENSIONS[dimension]?.(thing) ?? null] as const);
    const key = JSON.stringify(values.map(([, value]) => value));
    const row = rows.get(key) ?? { ...Object.fromEntries(values), ...noFigures() };
    rows.set(key, { ...row, [thing.figure]: Number(row[thing.figure]) + 1 });
  }
  return [...rows.values()];
}

const noFigures = (): Record<Figure, number> => ({
  received: 0,
  escalated: 0,
  direct: 0,
  answered: 0,
  answeredInTime: 0,
  closed: 0,
});
