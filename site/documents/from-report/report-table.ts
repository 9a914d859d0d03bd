import { cleanText } from '../model/clean-text';
import type { DocumentCell, DocumentTable } from '../model/document';
import type { Report } from './report';

type Figures = Report['sections'][number]['tables'][number];
type ColumnKind = Figures['columns'][number]['kind'];
type Cell = Figures['rows'][number]['cells'][number];

/** A table of a report, the `place`-th of it. What would fill its blank cells is said below it. */
export function tableOf(figures: Figures, place: number): DocumentTable {
  const { title, rowHead, columns, rows, notes } = figures;
  return {
    ...{ kind: 'table', number: `Table ${place}`, title: cleanText(title), rowHead: cleanText(rowHead) },
    columns: columns.map(({ label, kind }) => ({
      label: cleanText(label),
      isNumeric: kind === 'FIGURE' || kind === 'TARGET',
    })),
    rows: rows.map(({ label, cells }) => ({
      label: cleanText(label),
      cells: cells.map((cell, place) => cellOf(cell, columns[place]?.kind)),
    })),
    notes: [...notes.map(cleanText), ...missingOf(figures)],
  };
}

function cellOf({ state, text, value, rag }: Cell, kind: ColumnKind | undefined): DocumentCell {
  // A blank beside figures reads as forgotten.
  const words = state === 'EMPTY' && kind === 'TARGET' ? 'none' : cleanText(text);
  return {
    text: words,
    tone: state === 'TOLD' ? (rag ?? 'PLAIN') : 'QUIET',
    value: state === 'TOLD' ? value : null,
    // The graph tells a rate from 0 to 1, and its words with their sign: `63 % (89 of 141)`.
    isRate: words.includes('%'),
  };
}

/** Each thing that is missing once, whatever number of cells it leaves blank, with the column or the row that it would fill. */
function missingOf({ columns, rows }: Figures): string[] {
  const blanks = rows.flatMap(({ label, cells }) =>
    cells.flatMap(({ state, text, missing }, place) =>
      state === 'BLANK' && missing !== null
        ? [{ row: label, column: columns[place]?.label ?? '', text, missing }]
        : [],
    ),
  );
  const notes = blanks.map((blank) => {
    const same = blanks.filter(({ text, missing }) => text === blank.text && missing === blank.missing);
    const where = onlyOf(same.map(({ column }) => column)) ?? onlyOf(same.map(({ row }) => row));
    const place = where === null ? 'it' : `“${cleanText(where)}”`;
    return `Where ${place} says “${cleanText(blank.text)}”, to be recorded: ${cleanText(blank.missing)}`;
  });
  return [...new Set(notes)];
}

/** What all of them are; null where they are not the same. */
const onlyOf = ([first, ...others]: readonly string[]): string | null =>
  first !== undefined && others.every((each) => each === first) ? first : null;
