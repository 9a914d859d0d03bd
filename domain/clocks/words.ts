import type { Moment, SuspensionGround } from '../procedure/events';
import type { Span } from '../procedure/stage-version';

/** What happens at a moment, so that it follows "it" or "the clock starts when it". */
export const HAPPENED: Readonly<Record<Moment, string>> = {
  received: 'was received',
  acknowledged: 'was acknowledged',
  planAgreed: 'had its plan agreed',
  statementAgreed: 'was agreed in writing',
  investigationReported: 'was reported on by the investigation',
  panelHeld: 'was before the panel',
  panelReported: 'was reported on by the panel',
  answered: 'was answered',
  nextRequested: 'was asked to go to the next stage',
};

/** Why a clock stood still, so that it follows "while". */
export const WHILE: Readonly<Record<SuspensionGround, string>> = {
  SAFEGUARDING: 'an enquiry that safeguards somebody took precedence',
  PROCEEDINGS: 'courts or others decided, whose proceedings would have been prejudiced',
  ADVOCATE: 'an advocate was being arranged',
};

const UNITS: Readonly<Record<Span['unit'], string>> = {
  WORKING_DAY: 'working day',
  SCHOOL_DAY: 'school day',
  MONTH: 'calendar month',
};

/** So many of a unit: `1 working day`, `6 calendar months`. */
export const counted = (count: number, unit: Span['unit']): string =>
  `${count} ${UNITS[unit]}${count === 1 ? '' : 's'}`;

/** A span and how it is counted, in a sentence. */
export const spanInWords = ({ count, unit }: Span): string =>
  unit === 'MONTH'
    ? `It may take ${counted(count, unit)}, the first day included: weekends and holidays count.`
    : `It may take ${counted(count, unit)}: the next ${UNITS[unit]} is day 1.`;
