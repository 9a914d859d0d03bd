import { isReached } from '../../../../counting/reach';
import { periodOf } from '../../../../domain/calendar/financial-year';
import { type Figure, figureWords } from '../../../../domain/figures/figures';
import { countWords, shareWords } from '../../../../domain/figures/numbers';
import { keepersOf } from '../../coverage/coverage';
import { countsOf } from '../../figures/asked-figures';
import { COUNTS, MEASURES } from '../../figures/catalogue/measure-catalogue';
import type { Checked } from '../../figures/check-question';
import { isMeasureRecorded } from '../../figures/measure-recorded';
import { type MeasureValue, measuredValue } from '../../figures/row-values';
import type { Tally } from '../../figures/tally';
import { sumTallies } from '../../small-numbers/sum-tallies';
import type { CellState, ReportCell } from '../content';
import { type Asked, daysAsked, questionOf, type Template } from './cell-question';
import type { CountedCells } from './count-cells';

/** How people read a cell that holds no figure. */
export const STATE_WORDS: Readonly<Record<Exclude<CellState, 'TOLD'>, string>> = {
  NOT_RECORDED: 'not recorded',
  NOT_YET: 'not yet',
  SUPPRESSED: 'too few to show',
  BLANK: 'not kept in any record',
  EMPTY: '',
};

/** A cell that holds no figure, of the reason why. */
export const untoldCell = (
  id: string,
  state: Exclude<CellState, 'TOLD'>,
  missing: string | null = null,
): ReportCell => ({
  ...{ id, state, text: STATE_WORDS[state], missing, question: null },
  ...{ value: null, numerator: null, denominator: null, rag: null, direction: null },
});

/** A cell that holds a figure of what was counted, or says why it does not. */
export function figureCell(
  id: string,
  { asked, template }: { readonly asked: Asked; readonly template: Template },
  { counted, checked }: { readonly counted: CountedCells; readonly checked: Checked },
): ReportCell {
  const { measure, where } = asked;
  const { at, recording } = checked;
  const { streams = null, stages = null } = where;
  const question = questionOf(asked, at.asAt);
  const covered = { streams, stages, days: daysAsked(asked), asAt: at.asAt };
  if (!isMeasureRecorded(measure, covered, recording))
    return { ...untoldCell(id, isToCome(asked, checked) ? 'NOT_YET' : 'NOT_RECORDED'), question };
  const { rows, isTold } = counted.rowsOf(asked, template);
  if (!isTold) return { ...untoldCell(id, 'SUPPRESSED'), question };
  const value = measuredValue(measure, togetherOf(rows));
  return { ...untoldCell(id, 'EMPTY'), state: 'TOLD', text: wordsOf(measure, value), ...value, question };
}

/** Rows as one. What is open or overdue adds up too: of one period, each stage waits in one row. */
function togetherOf(rows: readonly Tally[]): Tally {
  const waiting = (figure: 'open' | 'overdue') => rows.reduce((sum, row) => sum + row[figure], 0);
  return { ...sumTallies(rows, {}), open: waiting('open'), overdue: waiting('overdue') };
}

/** Whether records of whoever keeps them will speak of the period, and none do yet. */
function isToCome({ measure, where, period }: Asked, { at, recording }: Checked): boolean {
  const days = periodOf({
    financialYear: period.financialYear,
    ...(period.quarters?.[0] && { quarter: period.quarters[0] }),
  });
  if (days === null) return false;
  if (days.from > at.asAt) return true;
  const figure = countsOf(measure).map((name) => COUNTS[name].figure)[0] ?? 'received';
  const keepers = keepersOf({ figure, streams: where.streams ?? null }, recording);
  const { reach } = recording;
  if (reach === undefined || isReached(daysAsked({ period }), keepers, reach)) return false;
  const known = keepers.flatMap((keeper) => reach.get(keeper) ?? []);
  return known.length > 0 && known.every(({ to }) => to !== null && to < days.from);
}

/** A figure as people read it: a rate never without its counts, nor days without of how many answers. */
function wordsOf(measure: Asked['measure'], { value, numerator, denominator }: MeasureValue): string {
  const figure: Figure = { unit: MEASURES[measure].unit, value, numerator, denominator };
  if (value === null) return denominator === 0 ? 'none' : figureWords(figure);
  if (denominator === null) return figureWords(figure);
  const of = numerator === null ? `of ${countWords(denominator)}` : shareWords({ numerator, denominator });
  return `${figureWords(figure)} (${of})`;
}
