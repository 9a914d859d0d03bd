import { dayWords } from '../../../../domain/figures/days';
import { ageBandName, findingName, stageName } from '../../../../domain/figures/names';
import { addressOf } from '../../../filters/address';
import { AGE_BANDS, type Filter, NO_NAME } from '../../../filters/parts';
import type { Measure, ReviewFiguresQuery } from '../../../operations/__generated__/operations';
import { type AgendaFigure, counted } from './agenda';

/** What the figures of an agenda are of. */
export interface AgendaScope {
  /** The stream and the directorate. */
  readonly where: Filter;
  /** The day as at which figures stand. */
  readonly asAt: string;
  /** The first day of which closings are counted. */
  readonly countedFrom: string;
}

/** The page that lists what a figure counts. */
const listOf = ({ where, asAt }: AgendaScope, measure: Measure, narrow: Filter = {}): string =>
  addressOf('/complaints', { ...where, ...narrow, asAt }, { measure });

/** What is open, and of it by how many working days it has waited. `listed` stand beside it. */
export function backlogFigures(
  { backlog, total }: ReviewFiguresQuery,
  scope: AgendaScope,
  listed: readonly string[],
): AgendaFigure[] {
  const all = total?.rows[0];
  return [
    {
      ...{ part: 'BACKLOG', label: 'Open', ...counted(all?.open, all) },
      ...{ path: listOf(scope, 'OPEN'), listed },
    },
    ...AGE_BANDS.map((band): AgendaFigure => {
      const row = backlog?.rows.find(({ ageBand }) => ageBand === band);
      // What is open has a row only where there is something; none is 0 where the whole is known.
      const open = row === undefined && all?.open !== null && all !== undefined ? 0 : row?.open;
      return {
        ...{ part: 'BACKLOG', label: `Open ${ageBandName(band).toLowerCase()}`, ...counted(open, row) },
        ...{ path: listOf(scope, 'OPEN', { ageBands: [band] }), listed: [] },
      };
    }),
  ];
}

/** What was closed since the meeting before, in all and by what was found. */
export function closedFigures(
  { closed, closedByFinding }: ReviewFiguresQuery,
  scope: AgendaScope,
): AgendaFigure[] {
  const days = { from: scope.countedFrom, to: scope.asAt };
  if (days.from > days.to) return [notYet(days)];
  const all = closed?.rows[0];
  return [
    {
      ...{ part: 'CLOSED_SINCE', ...counted(all?.closed, all), listed: [] },
      label: `Closed from ${dayWords(days.from)} to ${dayWords(days.to)}`,
      path: listOf(scope, 'CLOSED', days),
    },
    ...(closedByFinding?.rows ?? [])
      .filter((row) => row.closed !== 0)
      .map(
        (row): AgendaFigure => ({
          ...{ part: 'CLOSED_SINCE', ...counted(row.closed, row), listed: [] },
          label:
            row.outcome === null ? 'Closed without a finding' : `Closed, ${lower(findingName(row.outcome))}`,
          // Nothing narrows a list to what has no finding.
          path: row.outcome === null ? null : listOf(scope, 'CLOSED', { ...days, outcomes: [row.outcome] }),
        }),
      ),
  ];
}

/** The records end before the first day of which closings are counted. */
const notYet = ({ from }: { readonly from: string }): AgendaFigure => ({
  ...{ part: 'CLOSED_SINCE', label: `Closed since ${dayWords(from)}`, count: null, path: null, listed: [] },
  inWords: 'not yet: no records reach it',
});

/** What is overdue, in all, on which stage, and in which services, those with most of it first. */
export function stuckFigures(
  { total, overdueByStage, overdueByService }: ReviewFiguresQuery,
  scope: AgendaScope,
  listed: readonly string[],
): AgendaFigure[] {
  const all = total?.rows[0];
  const stuck = { part: 'STUCK', listed: [] } as const;
  const stages = (overdueByStage?.rows ?? []).filter(({ overdue, stage }) => overdue !== 0 && stage !== null);
  const services = (overdueByService?.rows ?? [])
    .filter(({ overdue }) => overdue !== 0)
    .sort((one, other) => (other.overdue ?? 0) - (one.overdue ?? 0));
  return [
    { ...stuck, label: 'Overdue', ...counted(all?.overdue, all), path: listOf(scope, 'OVERDUE'), listed },
    ...stages.map((row) => ({
      ...{ ...stuck, label: `Overdue at ${lower(stageName(row.stage))}`, ...counted(row.overdue, row) },
      path: listOf(scope, 'OVERDUE', { stages: row.stage === null ? [] : [row.stage] }),
    })),
    ...services.map((row) => ({
      ...{ ...stuck, label: `Overdue in ${row.service ?? NO_NAME}`, ...counted(row.overdue, row) },
      path: listOf(scope, 'OVERDUE', { services: [row.service ?? NO_NAME] }),
    })),
  ];
}

const lower = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
