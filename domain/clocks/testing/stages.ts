import { englandAndWales } from '../../calendar/bank-holidays';
import { toDay } from '../../calendar/day';
import type { LawSource } from '../../procedure/law';
import type { LimitRule, Span } from '../../procedure/stage-version';
import type { ClockCalendars } from '../deadline';
import type { ClockedStage } from '../limit-day';

/** What clocks' tests share: a stage on which nothing has happened but its receipt, limits, and the calendar as it came. */

export const calendars: ClockCalendars = {
  ...{ working: englandAndWales, school: null, before: englandAndWales },
};

export const source: LawSource = { law: 'A law', paragraph: 'regulation 1', basis: 'STATUTE' };

export const workingDays = (count: number): Span => ({ count, unit: 'WORKING_DAY' });

export const stageReceived = (receivedOn: string, happened: Partial<ClockedStage> = {}): ClockedStage => ({
  ...{ number: 1, state: 'RECEIVED', suspendedFrom: null, route: null, receivedOn: toDay(receivedOn) },
  ...{ acknowledgedOn: null, planAgreedOn: null, plannedFor: null, statementAgreedOn: null },
  ...{ investigationReportedOn: null, panelHeldOn: null, panelReportedOn: null, answeredOn: null },
  ...{ nextRequestedOn: null, endedOn: null, outcome: null, findings: [], closureReason: null },
  ...{ extensions: [], suspensions: [], isInherited: false },
  ...happened,
});

export const limitOf = (given: Partial<LimitRule>): LimitRule => ({
  ...{ name: 'ANSWER', title: 'Answer', starts: { with: 'received' }, metBy: 'answered' },
  ...{ within: workingDays(10), extension: null, pausedBy: [], source },
  ...given,
});

/** A limit to acknowledge in so many working days, and one to answer in so many more from then. */
export const byTheCode = (acknowledge: number, answer: number): readonly [LimitRule, LimitRule] => [
  limitOf({ name: 'ACKNOWLEDGE', metBy: 'acknowledged', within: workingDays(acknowledge) }),
  limitOf({
    ...{ starts: { with: 'acknowledged', byLimit: 'ACKNOWLEDGE', lateBuysNoTime: true } },
    ...{ within: workingDays(answer) },
    extension: { by: workingDays(answer), isPassableForGoodReason: true, source },
  }),
];
