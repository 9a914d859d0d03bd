import { streamName } from '../../../domain/figures/names';
import { aimWords, toleranceWords } from '../../../domain/targets/judge';
import type { TargetLineFragment, TargetPageQuery } from '../../operations/__generated__/operations';
import { decidedOn } from '../administration/office';

/** Where targets are. */
export const TARGETS_PATH = '/targets';

/** Where one target is. */
export const targetPath = (id: string): string => `${TARGETS_PATH}/${encodeURIComponent(id)}`;

/** A target in words. */
export interface TargetRow {
  readonly measure: string;
  /** Of what it is: "Corporate, stage 1", "All complaints". */
  readonly of: string;
  readonly aim: string;
  readonly tolerance: string;
  readonly source: string;
  readonly isEnded: boolean;
  readonly href: string;
}

/** The targets of one year. */
export interface TargetYear {
  readonly financialYear: string;
  readonly rows: readonly TargetRow[];
}

/** Of what a target is. */
export function ofWords({
  stream,
  stage,
  directorate,
  service,
}: Pick<TargetLineFragment, 'stream' | 'stage' | 'directorate' | 'service'>): string {
  const parts = [
    stream === null ? null : streamName(stream),
    stage === null ? null : `stage ${stage}`,
    directorate,
    service,
  ].filter((part) => part !== null);
  const [first, ...others] = parts;
  if (first === undefined) return 'All complaints';
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(', ');
}

/** What is to be reached: "at least 90 %", "at most 12". */
export function aimOf({ definition: { unit, polarity }, value, tolerance }: TargetLineFragment): string {
  const side = polarity === 'HIGHER_IS_BETTER' ? 'At least' : 'At most';
  return `${side} ${aimWords(unit, { value, tolerance })}`;
}

/** By how much it may be missed: "Amber within 5 points"; "No amber". */
export const toleranceOf = ({ definition: { unit }, value, tolerance }: TargetLineFragment): string =>
  tolerance === 0 ? 'No amber' : `Amber within ${toleranceWords(unit, { value, tolerance })}`;

/** A target as a table shows it. */
export const targetRow = (target: TargetLineFragment): TargetRow => ({
  measure: target.definition.title,
  of: ofWords(target),
  aim: aimOf(target),
  tolerance: toleranceOf(target),
  source: target.source,
  isEnded: target.isEnded,
  href: targetPath(target.id),
});

/** The targets by their years, as they came. */
export function targetYears(targets: readonly TargetLineFragment[]): TargetYear[] {
  const years = [...new Set(targets.map(({ financialYear }) => financialYear))];
  return years.map((financialYear) => ({
    financialYear,
    rows: targets.filter((target) => target.financialYear === financialYear).map(targetRow),
  }));
}

/** What was decided on a target, as a table shows it. */
export const decisionRows = (target: NonNullable<TargetPageQuery['target']>) =>
  target.decisions.map(({ isEnded, reason, decidedBy, decidedAt, value, tolerance }) => ({
    what: isEnded ? 'Ended' : aimOf({ ...target, value, tolerance }),
    tolerance: isEnded ? '' : toleranceOf({ ...target, value, tolerance }),
    ...{ reason, by: decidedBy, on: decidedOn(decidedAt) },
  }));

/** How a target stands, to whoever typed something else: "at least 90 %, amber within 5 points (Cabinet, March 2021)". */
export const standsWords = (target: TargetLineFragment): string =>
  target.isEnded
    ? 'it was ended'
    : `it is “${aimOf(target)}. ${toleranceOf(target)}”, because of “${target.source}”`;
