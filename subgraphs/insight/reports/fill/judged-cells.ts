import { judgedWords } from '../../../../domain/figures/comparisons';
import type { Figure } from '../../../../domain/figures/figures';
import { directionOf } from '../../../../domain/targets/direction';
import { aimWords, judge, toleranceWords } from '../../../../domain/targets/judge';
import { type Target, targetFor } from '../../../../domain/targets/target-for';
import { MEASURES } from '../../figures/catalogue/measure-catalogue';
import { yearToJudge } from '../../targets/judged';
import type { ReportCell } from '../content';
import { type Asked, daysAsked } from './cell-question';
import { untoldCell } from './untold-cell';

/** By what figures are judged. */
export interface Aims {
  readonly targets: readonly Target[];
  /** The directorate of a service, by its present name: its target holds for its services too. */
  readonly directorateOf: (service: string) => string | null;
}

/** A cell that holds a figure, and what it asked. */
export interface AskedCell {
  readonly cell: ReportCell;
  readonly asked: Asked;
}

/** The target that a figure is to reach; a volume has none. */
export function targetCell(id: string, { asked }: AskedCell, aims: Aims): ReportCell {
  const { unit } = MEASURES[asked.measure];
  const target = targetOf(asked, aims);
  if (target === null) return untoldCell(id, 'EMPTY');
  const aim = aimWords(unit, target);
  const text = target.tolerance === 0 ? aim : `${aim} (amber within ${toleranceWords(unit, target)})`;
  return { ...untoldCell(id, 'EMPTY'), state: 'TOLD', text, value: target.value };
}

/** How a figure stands to its target, in words that need no colour. */
export function ragCell(id: string, { cell, asked }: AskedCell, aims: Aims): ReportCell {
  const target = targetOf(asked, aims);
  // A count of a part of a year is held against no target: that is of the year.
  const isJudged = yearToJudge(asked.measure, { days: daysAsked(asked) }) !== null;
  const judged = isJudged && target && judge(figureOf(cell, asked), target, MEASURES[asked.measure].polarity);
  if (!judged) return untoldCell(id, 'EMPTY');
  return { ...untoldCell(id, 'EMPTY'), state: 'TOLD', text: judged.words, rag: judged.rag };
}

/** Which way a figure went from that of another period. */
export function directionCell(id: string, now: AskedCell, before: AskedCell): ReportCell {
  const [later, earlier] = [figureOf(now.cell, now.asked), figureOf(before.cell, before.asked)];
  const direction = directionOf(later, earlier, MEASURES[now.asked.measure].polarity);
  if (direction === null) return untoldCell(id, 'EMPTY');
  const better = direction === 'BETTER' ? true : direction === 'WORSE' ? false : null;
  const words = judgedWords({ now: later, earlier, better }) ?? '';
  return { ...untoldCell(id, 'EMPTY'), state: 'TOLD', text: words, direction };
}

const figureOf = ({ value, numerator, denominator, state }: ReportCell, { measure }: Asked): Figure => ({
  ...{ unit: MEASURES[measure].unit, value, numerator, denominator },
  suppressed: state === 'SUPPRESSED',
});

/** Targets are of streams, stages, directorates and services, one of each at the most: what is narrowed otherwise has none. */
function targetOf({ measure, where, period }: Asked, { targets, directorateOf }: Aims): Target | null {
  const { streams, stages, services, directorates, ...others } = where;
  const isMore = [streams, stages, services, directorates].some((values) => (values?.length ?? 0) > 1);
  if (MEASURES[measure].polarity === 'NEITHER' || isMore || Object.keys(others).length > 0) return null;
  const [stream = null, stage = null] = [streams?.[0], stages?.[0]];
  const service = services?.[0] ?? null;
  const directorate = service === null ? (directorates?.[0] ?? null) : directorateOf(service);
  const { financialYear } = period;
  return targetFor(targets, { measure, financialYear, stream, stage, service, directorate });
}
