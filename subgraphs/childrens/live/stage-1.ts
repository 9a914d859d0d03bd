import {
  endedStates,
  OFFICERS,
  OFFICERS_AND_MANAGERS,
  openState,
  workingDays,
} from '../../../domain/procedure/good-order';
import type { StageVersion } from '../../../domain/procedure/stage-version';
import { commonEvents } from './common-events';
import { ACKNOWLEDGEMENT, FREEZING, guidance, IN_FORCE, regulation, WHO_MAY_COMPLAIN } from './sources';

const LOCAL_RESOLUTION = regulation('regulation 14');
const REQUEST = regulation('regulations 15(2) and 17');
const WORKING = ['RECEIVED', 'ACKNOWLEDGED'];

/** Stage 1, local resolution: 10 working days, 20 at the very most; frozen for an advocate or for proceedings. */
export const stage1: StageVersion = {
  stage: 1,
  inForceFrom: IN_FORCE,
  title: 'Stage 1: local resolution',
  answeredBy: 'The manager of the service',
  source: LOCAL_RESOLUTION,
  begins: 'RECEIVED',
  states: [
    openState('RECEIVED', 'Received, to be acknowledged', 'TEAM'),
    openState('ACKNOWLEDGED', 'Acknowledged, with the service', 'SERVICE'),
    openState('SUSPENDED', 'Suspended', 'OTHERS'),
    ...endedStates('ANSWERED', 'ESCALATED', 'WITHDRAWN', 'REFUSED', 'MERGED'),
  ],
  events: [
    { event: 'record', from: [], leads: { state: 'RECEIVED' }, roles: OFFICERS, source: null },
    {
      ...{ event: 'acknowledge', from: ['RECEIVED'], leads: { state: 'ACKNOWLEDGED' } },
      ...{ roles: OFFICERS_AND_MANAGERS, source: ACKNOWLEDGEMENT },
    },
    {
      ...{ event: 'answer', from: ['ACKNOWLEDGED'], leads: { state: 'ANSWERED' } },
      ...{ roles: OFFICERS_AND_MANAGERS, source: regulation('regulation 15') },
    },
    {
      ...{ event: 'extend', from: WORKING, leads: 'SAME' },
      ...{ roles: OFFICERS_AND_MANAGERS, source: LOCAL_RESOLUTION },
    },
    {
      ...{ event: 'escalate', from: ['ANSWERED', ...WORKING], leads: { stage: 2 } },
      ...{ roles: OFFICERS, source: REQUEST },
    },
    { event: 'reopen', from: ['ANSWERED'], leads: { state: 'ACKNOWLEDGED' }, roles: OFFICERS, source: null },
    ...commonEvents({ working: WORKING, early: WORKING, takenBy: OFFICERS_AND_MANAGERS }),
  ],
  limits: [
    {
      ...{
        name: 'ACKNOWLEDGE',
        title: 'Acknowledge it',
        starts: { with: 'received' },
        metBy: 'acknowledged',
      },
      ...{ within: workingDays(2), extension: null, pausedBy: [], source: ACKNOWLEDGEMENT },
    },
    {
      ...{ name: 'ANSWER', title: 'Answer it', starts: { with: 'received' }, metBy: 'answered' },
      within: workingDays(10),
      extension: { by: workingDays(10), isPassableForGoodReason: false, source: LOCAL_RESOLUTION },
      ...{ pausedBy: ['ADVOCATE', 'PROCEEDINGS'], source: LOCAL_RESOLUTION },
    },
    {
      ...{ name: 'NEXT_STAGE', title: 'Ask for stage 2', starts: { with: 'answered' } },
      ...{ metBy: 'nextRequested', within: workingDays(20), extension: null, pausedBy: [], source: REQUEST },
    },
  ],
  requirements: [
    { event: 'suspend', needs: { kind: 'GROUNDS', grounds: ['ADVOCATE', 'PROCEEDINGS'] }, source: FREEZING },
    { event: 'answer', needs: { kind: 'CONSENT' }, source: WHO_MAY_COMPLAIN },
    { event: 'escalate', needs: { kind: 'WITHIN_LIMIT', limit: 'NEXT_STAGE' }, source: REQUEST },
    {
      event: 'escalate',
      needs: { kind: 'LIMIT_MISSED', limit: 'ANSWER', inStates: WORKING },
      source: guidance('stage 1: a missed limit'),
    },
  ],
  next: [2],
};
