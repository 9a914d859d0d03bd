import type { Day } from '../../../domain/calendar/day';
import {
  endedStates,
  inGoodOrder,
  OFFICERS,
  OFFICERS_AND_MANAGERS,
  openState,
} from '../../../domain/procedure/good-order';
import type { EventRule, LimitRule, StageVersion } from '../../../domain/procedure/stage-version';
import { answerLimits } from './limits';
import {
  BEFORE_THE_CODE,
  CODE_IN_FORCE,
  CODE_STAGE_1,
  POLICY_STAGE_1,
  REPRESENTATIVES,
  type Sources,
} from './sources';

const STATES = [
  openState('RECEIVED', 'Received, to be acknowledged', 'TEAM'),
  openState('ACKNOWLEDGED', 'Acknowledged, with the service', 'SERVICE'),
  ...endedStates('ANSWERED', 'ESCALATED', 'WITHDRAWN', 'REFUSED', 'MERGED'),
];

const events = ({ acknowledge, answer, extend, escalate, refuse }: Sources): EventRule[] => [
  { event: 'record', from: [], leads: { state: 'RECEIVED' }, roles: OFFICERS, source: null },
  {
    ...{ event: 'acknowledge', from: ['RECEIVED'], leads: { state: 'ACKNOWLEDGED' } },
    ...{ roles: OFFICERS_AND_MANAGERS, source: acknowledge },
  },
  {
    ...{ event: 'answer', from: ['ACKNOWLEDGED'], leads: { state: 'ANSWERED' } },
    ...{ roles: OFFICERS_AND_MANAGERS, source: answer },
  },
  {
    ...{ event: 'extend', from: ['RECEIVED', 'ACKNOWLEDGED'], leads: 'SAME' },
    ...{ roles: OFFICERS_AND_MANAGERS, source: extend },
  },
  { event: 'escalate', from: ['ANSWERED'], leads: { stage: 2 }, roles: OFFICERS, source: escalate },
  {
    ...{ event: 'refuse', from: ['RECEIVED', 'ACKNOWLEDGED'], leads: { state: 'REFUSED' } },
    ...{ roles: OFFICERS, source: refuse },
  },
  { event: 'reopen', from: ['ANSWERED'], leads: { state: 'ACKNOWLEDGED' }, roles: OFFICERS, source: null },
  ...inGoodOrder({ open: ['RECEIVED', 'ACKNOWLEDGED'], takenBy: OFFICERS_AND_MANAGERS }),
];

const version = (given: { inForceFrom: Day; sources: Sources; limits: LimitRule[] }): StageVersion => ({
  stage: 1,
  inForceFrom: given.inForceFrom,
  title: 'Stage 1: the answer of the service',
  answeredBy: 'A manager of the service complained about',
  source: given.sources.stage,
  begins: 'RECEIVED',
  states: STATES,
  events: events(given.sources),
  limits: given.limits,
  requirements: [{ event: 'answer', needs: { kind: 'CONSENT' }, source: REPRESENTATIVES }],
  next: [2],
});

/** Stage 1 before the Code: 10 working days of receipt. */
export const stage1BeforeTheCode = version({
  inForceFrom: BEFORE_THE_CODE,
  sources: POLICY_STAGE_1,
  limits: answerLimits({ acknowledgeIn: 3, answerIn: 10, from: 'received', sources: POLICY_STAGE_1 }),
});

/** Stage 1 under the Code: 10 working days of the acknowledgement, which is due in 5. */
export const stage1UnderTheCode = version({
  inForceFrom: CODE_IN_FORCE,
  sources: CODE_STAGE_1,
  limits: answerLimits({ acknowledgeIn: 5, answerIn: 10, from: 'acknowledged', sources: CODE_STAGE_1 }),
});
