import type { Refused } from '../../../../platform/server/refusal';
import type { ReportCell } from '../content';
import type { ReportCheck } from './checks';
import type { CommentaryRow } from './report-tables';
import type { ReportVersionRow } from './rows';
import type { Moved } from './seen';
import { type ReportShown, shownReport } from './shown-report';

export interface ReportUnusable extends Refused<'ReportUnusable'> {
  readonly part: string;
}
export interface ReportIsFrozen extends Refused<'ReportIsFrozen'> {
  readonly report: ReportShown;
}
export interface ReportIsDraft extends Refused<'ReportIsDraft'> {
  readonly report: ReportShown;
}
export interface CommentaryChanged extends Refused<'CommentaryChanged'> {
  readonly commentary: CommentaryRow | null;
}
export interface ReportMoved extends Refused<'ReportMoved'> {
  readonly cells: ReportCell[];
  readonly sections: string[];
  readonly report: ReportShown;
}
export interface ReportPeriodNotOver extends Refused<'ReportPeriodNotOver'> {
  readonly endsOn: string;
}
export interface ChecksOpen extends Refused<'ChecksOpen'> {
  readonly checks: ReportCheck[];
}
export interface DefinitionChanged extends Refused<'DefinitionChanged'> {
  readonly from: number;
  readonly to: number;
  readonly added: string[];
  readonly removed: string[];
}

export const unusable = (part: string, message: string): ReportUnusable => ({
  ...{ __typename: 'ReportUnusable', code: 'REPORT_UNUSABLE', part, message },
});

export const notFound = (id: string): Refused<'ReportNotFound'> => ({
  __typename: 'ReportNotFound',
  code: 'REPORT_NOT_FOUND',
  message: `There is no report “${id}”. \`reports\` lists those that were begun.`,
});

export const isFrozen = (row: ReportVersionRow): ReportIsFrozen => ({
  __typename: 'ReportIsFrozen',
  code: 'REPORT_IS_FROZEN',
  message: `Version ${row.version} was frozen by ${row.frozen_by}, and never changes. Begin its revision to say something else.`,
  report: shownReport(row),
});

export const isDraft = (row: ReportVersionRow): ReportIsDraft => ({
  __typename: 'ReportIsDraft',
  code: 'REPORT_IS_DRAFT',
  message: `Version ${row.version} is a draft that ${row.opened_by} began: change that one.`,
  report: shownReport(row),
});

export const commentaryChanged = (standing: CommentaryRow | null): CommentaryChanged => ({
  __typename: 'CommentaryChanged',
  code: 'COMMENTARY_CHANGED',
  message:
    standing === null
      ? 'Nobody has written here yet: write over version 0.'
      : `${standing.written_by} wrote here meanwhile. Read it, and put what you have to say into that.`,
  commentary: standing,
});

export const hasMoved = (row: ReportVersionRow, { cells, sections }: Moved): ReportMoved => ({
  __typename: 'ReportMoved',
  code: 'REPORT_MOVED',
  message: `The report is not as you saw it any more: ${cells.length} cells and what was said in ${sections.length} sections are others. Nothing was done. Look at it again.`,
  ...{ cells: [...cells], sections: [...sections], report: shownReport(row) },
});

export const periodNotOver = ({ to_day }: ReportVersionRow): ReportPeriodNotOver => ({
  __typename: 'ReportPeriodNotOver',
  code: 'REPORT_PERIOD_NOT_OVER',
  message: `The report speaks of days up to ${to_day}. It can be frozen from the day after.`,
  endsOn: to_day,
});

export const checksOpen = (checks: ReportCheck[]): ChecksOpen => ({
  __typename: 'ChecksOpen',
  code: 'CHECKS_OPEN',
  message: `${checks.length === 1 ? 'One check is open. Settle what it says' : `${checks.length} checks are open. Settle what they say`}, or give a reason for going on.`,
  checks,
});

export const beingChanged: Refused<'ReportIsBeingChanged'> = {
  __typename: 'ReportIsBeingChanged',
  code: 'REPORT_IS_BEING_CHANGED',
  message: 'Somebody else wrote in the report, or froze it, at this very moment. Look at it again.',
};
