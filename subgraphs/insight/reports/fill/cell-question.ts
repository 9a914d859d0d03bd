import type { DaySet } from '../../../../counting/day-set';
import { MEASURES, type Measure } from '../../figures/catalogue/measure-catalogue';
import type { Dimension } from '../../figures/stage-dimensions';
import type { Column } from '../../report/columns';
import { daysOf } from '../../report/columns';
import type { CellQuestion } from '../content';
import type { Given, Narrowing, RowPart } from '../definitions/definition';

/** What a cell is narrowed to: by its row, by its column, and by the value that its row is of. */
export type Where = Narrowing & {
  readonly services?: readonly string[];
  readonly directorates?: readonly string[];
};

/** What a cell asks. */
export interface Asked {
  readonly measure: Measure;
  readonly where: Where;
  readonly period: Column;
}

/** What the cells of a row and a column ask; of a row for each value of a part, that part is still open. */
export interface Template extends Asked {
  readonly each: RowPart | null;
}

/** By which dimension each part narrows. */
export const NARROWED_BY = {
  streams: 'STREAM',
  stages: 'STAGE',
  services: 'SERVICE',
  directorates: 'DIRECTORATE',
  themes: 'THEME',
  channels: 'CHANNEL',
  outcomes: 'OUTCOME',
  routes: 'ROUTE',
  closureReasons: 'CLOSURE_REASON',
} as const satisfies Readonly<Record<keyof Where, Dimension>>;

/** What a row and a column ask together; null where neither names a measure, so that there is nothing to count. */
export function templateOf(
  row: Given & { readonly each?: RowPart },
  column: Given & { readonly period: Column },
): Template | null {
  const measure = row.measure ?? column.measure;
  if (measure === undefined) return null;
  return { measure, where: { ...row.where, ...column.where }, period: column.period, each: row.each ?? null };
}

/** A question as the report keeps it, and as `counted` and `measures` take it; null where they take none such. */
export function questionOf({ measure, where, period }: Asked, asAt: string): CellQuestion | null {
  const { streams = null, stages = null, services = null, directorates = null } = where;
  const { themes = null, channels = null, outcomes = null, routes = null, closureReasons } = where;
  if (closureReasons !== undefined) return null;
  return {
    ...{ measure, measureVersion: MEASURES[measure].version, asAt },
    ...{ streams, stages, services, directorates, themes, channels, outcomes, routes },
    ...{ financialYears: [period.financialYear], quarters: period.quarters, from: null, to: null },
  };
}

/** The days that a question is of. */
export const daysAsked = ({ period }: Pick<Asked, 'period'>): DaySet => daysOf(period);
