import type { Day } from '../../../domain/calendar/day';
import { endedStates, inGoodOrder, OFFICERS, openState } from '../../../domain/procedure/good-order';
import type { LawSource } from '../../../domain/procedure/law';
import type {
  EventRule,
  LimitRule,
  Requirement,
  StageVersion,
} from '../../../domain/procedure/stage-version';
import { answerLimits } from './limits';
import {
  BEFORE_THE_CODE,
  CODE_IN_FORCE,
  CODE_STAGE_2,
  DIRECT,
  OTHER_PERSON,
  POLICY_STAGE_2,
  REPRESENTATIVES,
  type Sources,
} from './sources';

const STATES = [
  openState('RECEIVED', 'Asked for, to be acknowledged', 'TEAM'),
  openState('ACKNOWLEDGED', 'Acknowledged, in review', 'TEAM'),
  ...endedStates('ANSWERED', 'WITHDRAWN', 'REFUSED', 'MERGED'),
];

const events = ({ acknowledge, answer, extend, refuse }: Sources): EventRule[] => [
  { event: 'record', from: [], leads: { state: 'RECEIVED' }, roles: OFFICERS, source: DIRECT },
  {
    ...{ event: 'acknowledge', from: ['RECEIVED'], leads: { state: 'ACKNOWLEDGED' } },
    ...{ roles: OFFICERS, source: acknowledge },
  },
  {
    ...{ event: 'answer', from: ['ACKNOWLEDGED'], leads: { state: 'ANSWERED' } },
    ...{ roles: OFFICERS, source: answer },
  },
  {
    ...{ event: 'extend', from: ['RECEIVED', 'ACKNOWLEDGED'], leads: 'SAME' },
    ...{ roles: OFFICERS, source: extend },
  },
  {
    ...{ event: 'refuse', from: ['RECEIVED', 'ACKNOWLEDGED'], leads: { state: 'REFUSED' } },
    ...{ roles: OFFICERS, source: refuse },
  },
  { event: 'reopen', from: ['ANSWERED'], leads: { state: 'ACKNOWLEDGED' }, roles: OFFICERS, source: null },
  ...inGoodOrder({ open: ['RECEIVED', 'ACKNOWLEDGED'], takenBy: OFFICERS }),
];

/** What begins here needs its reason; and whoever handled stage 1 is neither given it nor takes or answers it. */
const requirements = (otherPerson: LawSource): Requirement[] => [
  { event: 'record', needs: { kind: 'DIRECT_REASON' }, source: DIRECT },
  { event: 'answer', needs: { kind: 'CONSENT' }, source: REPRESENTATIVES },
  ...(['assign', 'accept', 'answer'] as const).map((event) => ({
    ...{ event, needs: { kind: 'OTHER_PERSON', than: 'EARLIER_STAGES' } as const },
    source: otherPerson,
  })),
];

const version = (given: {
  inForceFrom: Day;
  sources: Sources;
  otherPerson: LawSource;
  limits: LimitRule[];
}): StageVersion => ({
  stage: 2,
  inForceFrom: given.inForceFrom,
  title: 'Stage 2: the review',
  answeredBy: 'The central team, and never who handled stage 1',
  source: given.sources.stage,
  begins: 'RECEIVED',
  states: STATES,
  events: events(given.sources),
  limits: given.limits,
  requirements: requirements(given.otherPerson),
  // The Housing Ombudsman takes what is about the council as a landlord.
  next: ['LGSCO', 'HOUSING'],
});

/** Stage 2 before the Code: 20 working days of the request. */
export const stage2BeforeTheCode = version({
  ...{ inForceFrom: BEFORE_THE_CODE, sources: POLICY_STAGE_2, otherPerson: OTHER_PERSON.before },
  limits: answerLimits({ acknowledgeIn: 3, answerIn: 20, from: 'received', sources: POLICY_STAGE_2 }),
});

/** Stage 2 under the Code: 20 working days of the acknowledgement, which is due in 5. */
export const stage2UnderTheCode = version({
  ...{ inForceFrom: CODE_IN_FORCE, sources: CODE_STAGE_2, otherPerson: OTHER_PERSON.underTheCode },
  limits: answerLimits({ acknowledgeIn: 5, answerIn: 20, from: 'acknowledged', sources: CODE_STAGE_2 }),
});
