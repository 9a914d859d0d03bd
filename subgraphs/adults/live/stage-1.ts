import {
  endedStates,
  inGoodOrder,
  months,
  OFFICERS,
  OFFICERS_AND_MANAGERS,
  openState,
  workingDays,
} from '../../../domain/procedure/good-order';
import type { EventRule, LimitRule, StageVersion } from '../../../domain/procedure/stage-version';
import { IN_FORCE, policy, regulation, SUSPENSION } from './sources';

const WORKING = ['RECEIVED', 'ACKNOWLEDGED'];
const OPEN = [...WORKING, 'SUSPENDED'];
const ACKNOWLEDGEMENT = regulation('regulation 13(3)');
const PLAN = regulation('regulation 13(7) and (8)');
const RESPONSE = regulation('regulation 14(2)');
const AGREED_LONGER = regulation('regulation 14(3)(b)');
const SETTLED = regulation('regulation 8(1)(c)');
const ORAL_CHANNELS = ['Phone', 'In person'];

const events: EventRule[] = [
  { event: 'record', from: [], leads: { state: 'RECEIVED' }, roles: OFFICERS, source: null },
  { event: 'settle', from: ['RECEIVED'], leads: { state: 'SETTLED' }, roles: OFFICERS, source: SETTLED },
  {
    ...{ event: 'acknowledge', from: ['RECEIVED'], leads: { state: 'ACKNOWLEDGED' } },
    ...{ roles: OFFICERS_AND_MANAGERS, source: ACKNOWLEDGEMENT },
  },
  {
    ...{ event: 'agreePlan', from: ['ACKNOWLEDGED'], leads: 'SAME' },
    ...{ roles: OFFICERS_AND_MANAGERS, source: PLAN },
  },
  {
    ...{ event: 'assessRisk', from: OPEN, leads: 'SAME', roles: OFFICERS },
    source: policy('adults: risk, assessed when a complaint comes in and when it changes'),
  },
  {
    ...{ event: 'coordinate', from: WORKING, leads: 'SAME', roles: OFFICERS },
    source: regulation('regulation 9'),
  },
  {
    ...{ event: 'answer', from: ['ACKNOWLEDGED'], leads: { state: 'ANSWERED' } },
    ...{ roles: OFFICERS_AND_MANAGERS, source: RESPONSE },
  },
  // The six months run on while it is suspended, so that more time has to be agreed then too.
  { event: 'extend', from: OPEN, leads: 'SAME', roles: OFFICERS_AND_MANAGERS, source: AGREED_LONGER },
  { event: 'suspend', from: WORKING, leads: { state: 'SUSPENDED' }, roles: OFFICERS, source: SUSPENSION },
  { event: 'resume', from: ['SUSPENDED'], leads: 'PREVIOUS', roles: OFFICERS, source: SUSPENSION },
  {
    ...{ event: 'refuse', from: OPEN, leads: { state: 'REFUSED' }, roles: OFFICERS },
    source: regulation('regulations 8 and 12'),
  },
  { event: 'reopen', from: ['ANSWERED'], leads: { state: 'ACKNOWLEDGED' }, roles: OFFICERS, source: null },
  ...inGoodOrder({ open: OPEN, takenBy: OFFICERS_AND_MANAGERS }),
];

const limits: LimitRule[] = [
  {
    ...{ name: 'ACKNOWLEDGE', title: 'Acknowledge it', starts: { with: 'received' }, metBy: 'acknowledged' },
    ...{ within: workingDays(3), extension: null, pausedBy: [], source: ACKNOWLEDGEMENT },
  },
  {
    ...{ name: 'ANSWER', title: 'Answer it as planned', starts: { with: 'received' }, metBy: 'answered' },
    ...{ within: workingDays(20), isPlanned: true, extension: null },
    pausedBy: ['SAFEGUARDING', 'PROCEEDINGS'],
    source: policy('adults: answered within 20 working days where no plan says another day'),
  },
  {
    ...{
      name: 'BACKSTOP',
      title: 'Answer it at the latest',
      starts: { with: 'received' },
      metBy: 'answered',
    },
    within: months(6),
    extension: { by: null, isPassableForGoodReason: false, source: AGREED_LONGER },
    ...{ pausedBy: [], source: regulation('regulation 14(3)(a)') },
  },
];

/** The one stage that the regulations have: acknowledged in 3 working days, answered as planned, in six months at the latest. */
export const stage1: StageVersion = {
  stage: 1,
  inForceFrom: IN_FORCE,
  title: 'The one stage: local resolution',
  answeredBy: "The manager of the service; the council's responsible person signs",
  source: regulation('regulations 13 and 14'),
  begins: 'RECEIVED',
  states: [
    openState('RECEIVED', 'Received, to be acknowledged', 'TEAM'),
    openState('ACKNOWLEDGED', 'Acknowledged, with the service', 'SERVICE'),
    openState('SUSPENDED', 'Suspended', 'OTHERS'),
    ...endedStates('ANSWERED', 'SETTLED', 'WITHDRAWN', 'REFUSED', 'MERGED'),
  ],
  events,
  limits,
  requirements: [
    { event: 'settle', needs: { kind: 'NEXT_WORKING_DAY', channels: ORAL_CHANNELS }, source: SETTLED },
    {
      event: 'suspend',
      needs: { kind: 'GROUNDS', grounds: ['SAFEGUARDING', 'PROCEEDINGS'] },
      source: SUSPENSION,
    },
    { event: 'answer', needs: { kind: 'CONSENT' }, source: regulation('regulation 5(2)(d)') },
  ],
  next: ['LGSCO'],
};
