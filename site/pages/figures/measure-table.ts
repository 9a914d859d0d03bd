import { shortFigureWords } from '../../../domain/figures/figures';
import { countWords } from '../../../domain/figures/numbers';
import { addressOf } from '../../filters/address';
import type { Filter } from '../../filters/parts';
import { hasList, type Measured, type MeasureKind, measuredIn, type Sides, sidesOf } from './measured';

/** A measure's figures, a row for each part of what it is divided by. */
export interface MeasureTable {
  /** Names it in addresses. */
  readonly id: string;
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly MeasureTableRow[];
}

export interface MeasureTableRow {
  readonly label: string;
  readonly href: string | null;
  readonly cells: readonly MeasureTableCell[];
}

/** One number: exact (empty where it was not recorded), in words, and the list behind it. */
export interface MeasureTableCell {
  readonly measure: string;
  readonly exact: string;
  readonly words: string;
  readonly href: string | null;
}

/** A row of figures with its name, and with what its lists are narrowed to; null where they cannot be. */
export interface NamedRow {
  readonly label: string;
  /** The page about it. */
  readonly href?: string;
  readonly narrow: Filter | null;
  readonly row: object;
}

/** A measure that a table has a column of; a rate has two more, of what it is divided from. */
export interface Column extends MeasureKind {
  readonly title: string;
  /** The heads of those two, where "Number" and "Of" do not say enough. */
  readonly sides?: readonly [string, string];
}

export interface Tabled {
  readonly id: string;
  readonly title: string;
  /** The head of the first column. */
  readonly head: string;
  readonly columns: readonly Column[];
  readonly rows: readonly NamedRow[];
}

/** A table of measures: the value of each, and beside a rate what it was divided from. */
export function measureTable({ id, title, head, columns, rows }: Tabled): MeasureTable {
  return {
    ...{ id, title },
    heads: [head, ...columns.flatMap(headsOf)],
    rows: rows.map(({ label, href = null, narrow, row }) => ({
      ...{ label, href },
      cells: columns.flatMap((column) =>
        cellsOf(measuredIn(row, column), { definition: column, sides: sidesOf(column), narrow }),
      ),
    })),
  };
}

function headsOf(column: Column): string[] {
  const value = column.unit === 'WORKING_DAYS' ? `${column.title} (working days)` : column.title;
  const sides = sidesOf(column);
  const [number, of] = column.sides ?? ['Number', 'Of'];
  if (sides === null) return [value];
  return sides.numerator === null ? [value, of] : [value, number, of];
}

function cellsOf(
  { value, numerator, denominator }: Measured,
  of: { definition: MeasureKind; sides: Sides | null; narrow: Filter | null },
): MeasureTableCell[] {
  const { definition, sides, narrow } = of;
  const words = shortFigureWords({ unit: definition.unit, value, numerator, denominator });
  const cell = (measure: string, number: number | null, told: string, narrower: Filter = {}) => ({
    measure,
    exact: number === null ? '' : String(number),
    words: told,
    href:
      number === null || narrow === null || !hasList(measure)
        ? null
        : addressOf('/complaints', { ...narrow, ...narrower }, { measure }),
  });
  const side = (each: Sides['numerator'], number: number | null) =>
    each === null ? [] : [cell(each.measure, number, countWords(number), each.narrow)];
  return [
    cell(definition.measure, value, words),
    ...side(sides?.numerator ?? null, numerator),
    ...side(sides?.denominator ?? null, denominator),
  ];
}
