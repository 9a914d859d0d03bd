import type { RawRow } from '../record';
import { excerpt } from './printable';

/** A cell that is a day in figures, with or without a time. */
const DAY = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?:[ ,T]+\d{1,2}:\d{2}.{0,10})?\s*$/;
const LONGEST_DAY = 40;

interface Column {
  /** Cells that are a day only where the month comes first. */
  monthFirst: number;
  /** And only where the day does. */
  dayFirst: number;
  /** And that could be either. */
  either: number;
  /** The first cell of the first kind. */
  where: { readonly line: number; readonly sheet: string | undefined } | null;
}

/** Watches a file's rows for columns of days that look American. A day is read day first all the same, and never guessed. */
export class AmericanDays {
  private readonly columns = new Map<string, Column>();

  see({ line, cells, sheet }: RawRow): void {
    for (const name in cells) {
      const cell = cells[name] ?? '';
      if (cell.length < 6 || cell.length > LONGEST_DAY) continue;
      const day = DAY.exec(cell);
      if (day !== null) this.count(name, { first: Number(day[1]), second: Number(day[3]), line, sheet });
    }
  }

  /** Of each column in which more cells are days month first alone than are so day first. */
  notes(): readonly string[] {
    return [...this.columns].flatMap(([name, column]) => {
      const { monthFirst, dayFirst, where } = column;
      return where === null || monthFirst <= dayFirst ? [] : [noteOf(name, { ...column, where })];
    });
  }

  private count(
    name: string,
    { first, second, ...where }: { first: number; second: number; line: number; sheet: string | undefined },
  ): void {
    const key = name.replace(/\[\d+\]/g, '[]');
    const column = this.columns.get(key) ?? { monthFirst: 0, dayFirst: 0, either: 0, where: null };
    this.columns.set(key, column);
    if (first > 31 || second > 31 || (first > 12 && second > 12)) return;
    if (second > 12) {
      column.monthFirst += 1;
      column.where ??= where;
    } else if (first > 12) column.dayFirst += 1;
    else column.either += 1;
  }
}

function noteOf(
  name: string,
  { monthFirst, either, where }: Column & { where: { line: number; sheet: string | undefined } },
): string {
  const sheet = where.sheet === undefined ? '' : ` of the sheet "${excerpt(where.sheet)}"`;
  const cells = monthFirst === 1 ? 'one cell is' : `${monthFirst} cells are`;
  const others = either === 1 ? 'One other cell' : `${either} other cells`;
  return (
    `The column "${excerpt(name)}" looks American: ${cells} a day only with the month first, the first in line ` +
    `${where.line}${sheet}. Days are read day first.${either === 0 ? '' : ` ${others} could be meant either way.`} Check the ` +
    'settings of the system or the spreadsheet before these days are trusted.'
  );
}
