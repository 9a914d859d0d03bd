import type { RawRow } from '../../record';
import type { FoundHeader, FoundHeaders } from './find-header';
import type { Sheet } from './open-workbook';

interface Rows {
  count: number;
  first: number | null;
}

interface Seen {
  readonly hidden: Rows;
  readonly struck: Rows;
}

/** What to look at in the sheets of a workbook that are read: what people who look at it do not see, or see struck out. */
export class SheetNotes {
  private readonly seen = new Map<Sheet, Seen>();

  constructor(private readonly headers: FoundHeaders) {}

  /** Notes a row of a sheet that has something in it. */
  see({ sheet }: FoundHeader, { line }: Pick<RawRow, 'line'>): void {
    const seen = this.seen.get(sheet) ?? {
      hidden: { count: 0, first: null },
      struck: { count: 0, first: null },
    };
    this.seen.set(sheet, seen);
    if (sheet.unseen.hiddenRows.has(line - 1)) add(seen.hidden, line);
    if (sheet.unseen.struckRows.has(line - 1)) add(seen.struck, line);
  }

  notes(): readonly string[] {
    const { found, hidden } = this.headers;
    const names = found.map(({ sheet }) => named(sheet)).join(', ');
    return [
      ...(found.length > 1
        ? [`${found.length} sheets have the header of this source, and all were read: ${names}.`]
        : []),
      ...hidden.map(
        (sheet) =>
          `The sheet ${named(sheet)} has the header too, but is hidden: it was not read. Unhide it if it should be.`,
      ),
      ...found.flatMap((header) => this.notesOf(header)),
    ];
  }

  private notesOf({ sheet, columns }: FoundHeader): string[] {
    const seen = this.seen.get(sheet);
    const hiddenColumns = [...columns].flatMap(([column, name]) =>
      sheet.unseen.hiddenColumns.some(({ first, last }) => column >= first && column <= last)
        ? [`"${name}"`]
        : [],
    );
    return [
      ...(seen === undefined || seen.hidden.count === 0 ? [] : [hiddenNote(sheet, seen.hidden)]),
      ...(seen === undefined || seen.struck.count === 0
        ? []
        : [
            `In ${rows(seen.struck.count)} of the sheet ${named(sheet)} something is struck out (first in line ` +
              `${seen.struck.first}). It was read like all else: take out what does not hold, and import the file again.`,
          ]),
      ...(hiddenColumns.length === 0
        ? []
        : [
            `Columns of the sheet ${named(sheet)} are hidden, and were read like the others: ${hiddenColumns.join(', ')}.`,
          ]),
    ];
  }
}

function add(rowsSeen: Rows, line: number): void {
  rowsSeen.count += 1;
  rowsSeen.first ??= line;
}

function hiddenNote(sheet: Sheet, { count, first }: Rows): string {
  const hidden = sheet.unseen.isFiltered
    ? `A filter hides ${rows(count)} of the sheet ${named(sheet)}`
    : `${count === 1 ? 'One row' : `${count} rows`} of the sheet ${named(sheet)} ${count === 1 ? 'is' : 'are'} hidden`;
  return `${hidden} (first in line ${first}). What is hidden was read like the others.`;
}

const rows = (count: number): string => (count === 1 ? 'one row' : `${count} rows`);

/** A sheet's name as a message repeats it. */
const named = ({ name }: Sheet): string => `"${name.slice(0, 60)}"`;
