import { faultWords } from '../fault-words';
import { type Cell, cellField, type TypedCorrection } from './cell-form';
import { correctableColumns, otherCells, type Reason } from './columns';
import type { Problem, RefusedDecision } from './refusal';

/** From this many characters on, or with a line end, a cell has a field of several lines. */
const LONG = 40;

interface Shown {
  readonly cells: readonly Cell[];
  readonly reasons: readonly Reason[];
  /** What was typed before, where the page is shown again. */
  readonly typed: TypedCorrection | null;
  readonly refused: RefusedDecision | null;
}

/** The form by which a row is corrected: each cell as it came beside what it should read, those with a reason first. */
export function correctionView({ cells, reasons, typed, refused }: Shown) {
  const came = new Map(cells.map(({ column, value }) => [column, value]));
  const columns = correctableColumns(cells, reasons);
  const shown = columns.map((column, place) => {
    const written = came.get(column) ?? '';
    const value = typed?.cells.get(column) ?? written;
    return {
      ...{ id: cellField(place), column, written, value },
      isLong: value.length > LONG || /[\n\r]/.test(value) || /[\n\r]/.test(written),
      reasons: reasons.filter((reason) => reason.column === column).map(reasonView),
      errors: problemsAt(refused, column),
    };
  });
  const needsYou = ({ reasons: own, errors }: (typeof shown)[number]) => own.length > 0 || errors.length > 0;
  return {
    wrong: shown.filter(needsYou),
    others: shown.filter((cell) => !needsYou(cell)),
    beside: otherCells(cells),
    ofRow: reasons.filter(({ column }) => column === null).map(reasonView),
    reason: typed?.reason ?? '',
    acceptable: [...new Set([...(refused?.acceptable ?? []), ...(typed?.acceptFaults ?? [])])].map(
      (code) => ({
        ...{ code, text: faultWords(code).title, isChosen: typed?.acceptFaults.includes(code) ?? false },
      }),
    ),
    summary: refused === null ? null : summaryOf(refused, columns),
    reasonErrors: (refused?.problems ?? []).filter(({ field }) => field === 'reason').map(({ says }) => says),
    rowErrors: (refused?.problems ?? []).filter(({ field }) => field === 'row').map(({ says }) => says),
  };
}

const reasonView = ({ code, action }: Reason) => ({ ...faultWords(code), action, code });

const isAt = ({ field }: Problem, column: string): boolean =>
  typeof field === 'object' && field.column === column;

const problemsAt = (refused: RefusedDecision | null, column: string): string[] =>
  (refused?.problems ?? []).filter((problem) => isAt(problem, column)).map(({ says }) => says);

/** What stands at the top: each problem leads to its field. */
function summaryOf({ title, problems }: RefusedDecision, columns: readonly string[]) {
  return {
    title,
    problems: problems.map(({ says, field }) => {
      if (field === 'reason') return { says, href: '#reason' };
      const place = field === 'row' ? -1 : columns.indexOf(field.column);
      const name = field !== 'row' && place >= 0 ? `${field.column}: ` : '';
      return { says: `${name}${says}`, href: place >= 0 ? `#${cellField(place)}` : '#row' };
    }),
  };
}
