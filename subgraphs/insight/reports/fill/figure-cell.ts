import { type Figure, figureWords } from '../../../../domain/figures/figures';
import { countWords, shareWords } from '../../../../domain/figures/numbers';
import { MEASURES } from '../../figures/catalogue/measure-catalogue';
import type { Checked } from '../../figures/check-question';
import { type MeasureValue, measuredValue } from '../../figures/row-values';
import type { Tally } from '../../figures/tally';
import { sumTallies } from '../../small-numbers/sum-tallies';
import type { ReportCell } from '../content';
import { type Asked, questionOf, type Template } from './cell-question';
import type { FigureColumn } from './columns';
import type { CountedCells } from './count-cells';
import { isAskedRecorded, isToCome, lastQuarterOf } from './period-recorded';
import { untoldCell } from './untold-cell';

/** A cell that holds a figure of what was counted, or says why it does not. */
export function figureCell(
  id: string,
  {
    asked,
    template,
    column,
  }: { readonly asked: Asked; readonly template: Template; readonly column: FigureColumn },
  { counted, checked }: { readonly counted: CountedCells; readonly checked: Checked },
): ReportCell {
  const question = questionOf(asked, checked.at.asAt);
  const last = { ...asked, period: lastQuarterOf(asked.period) };
  if (column.needsLastQuarter && isToCome(last, checked)) return { ...untoldCell(id, 'NOT_YET'), question };
  if (!isAskedRecorded(asked, checked))
    return { ...untoldCell(id, isToCome(asked, checked) ? 'NOT_YET' : 'NOT_RECORDED'), question };
  const { rows, isTold } = counted.rowsOf(asked, template);
  if (!isTold) return { ...untoldCell(id, 'SUPPRESSED'), question };
  const value = measuredValue(asked.measure, togetherOf(rows));
  return {
    ...untoldCell(id, 'EMPTY'),
    state: 'TOLD',
    text: wordsOf(asked.measure, value),
    ...value,
    question,
  };
}

/** Rows as one. What is open or overdue adds up too: of one period, each stage waits in one row. */
function togetherOf(rows: readonly Tally[]): Tally {
  const waiting = (figure: 'open' | 'overdue') => rows.reduce((sum, row) => sum + row[figure], 0);
  return { ...sumTallies(rows, {}), open: waiting('open'), overdue: waiting('overdue') };
}

/** A figure as people read it: a rate never without its counts, nor days without of how many answers. */
function wordsOf(measure: Asked['measure'], { value, numerator, denominator }: MeasureValue): string {
  const figure: Figure = { unit: MEASURES[measure].unit, value, numerator, denominator };
  if (value === null) return denominator === 0 ? 'none' : figureWords(figure);
  if (denominator === null) return figureWords(figure);
  const of = numerator === null ? `of ${countWords(denominator)}` : shareWords({ numerator, denominator });
  return `${figureWords(figure)} (${of})`;
}
