import { cleanText } from '../model/clean-text';
import type { DocumentCell, DocumentTable } from '../model/document';
import type { Report } from './report-document';

type Figures = Report['sections'][number]['tables'][number];
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
    rows: rows.map(({ label, cells }) => ({ label: cleanText(label), cells: cells.map(cellOf) })),
    notes: [...notes.map(cleanText), ...missingOf(rows)],
  };
}

function cellOf({ state, text, value, rag }: Cell): DocumentCell {
  const words = cleanText(text);
  return {
    text: words,
    tone: state === 'TOLD' ? (rag ?? 'PLAIN') : 'QUIET',
    value: state === 'TOLD' ? value : null,
    // The graph tells a rate from 0 to 1, and its words with their sign: `63 % (89 of 141)`.
    isRate: words.includes('%'),
  };
}

/** Each thing that is missing once, whatever number of cells it leaves blank. */
function missingOf(rows: Figures['rows']): string[] {
  const missing = rows.flatMap(({ cells }) =>
    cells.flatMap(({ state, text, missing: would }) =>
      state === 'BLANK' && would !== null
        ? [`Where it says “${cleanText(text)}”, to be recorded: ${cleanText(would)}`]
        : [],
    ),
  );
  return [...new Set(missing)];
}
