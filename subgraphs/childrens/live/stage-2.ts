import { endedStates, OFFICERS, openState, workingDays } from '../../../domain/procedure/good-order';
import type { StageVersion } from '../../../domain/procedure/stage-version';
import { commonEvents } from './common-events';
import { FREEZING, guidance, IN_FORCE, regulation, WHO_MAY_COMPLAIN } from './sources';

const INVESTIGATION = regulation('regulation 17');
const INDEPENDENT_PERSON = regulation('regulation 17(2)');
const STATEMENT = regulation('regulation 16');
const ADJUDICATION = guidance('stage 2: adjudication');
const REVIEW = regulation('regulation 18');
const EARLY = ['RECEIVED', 'ACKNOWLEDGED'];
const WORKING = [...EARLY, 'INVESTIGATING', 'REPORTED'];

/** Stage 2, the investigation: 25 working days of the agreed statement, else of the request; 65 at the very most. */
export const stage2: StageVersion = {
  stage: 2,
  inForceFrom: IN_FORCE,
  title: 'Stage 2: the investigation',
  answeredBy:
    'The adjudicating officer, on the reports of the investigating officer and the independent person',
  source: INVESTIGATION,
  begins: 'RECEIVED',
  states: [
    openState('RECEIVED', 'Asked for, to be agreed in writing', 'TEAM'),
    openState('ACKNOWLEDGED', 'Acknowledged, to be agreed in writing', 'TEAM'),
    openState('INVESTIGATING', 'Being investigated', 'INVESTIGATOR'),
    openState('REPORTED', 'Reported, to be adjudicated', 'TEAM'),
    openState('SUSPENDED', 'Suspended', 'OTHERS'),
    ...endedStates('ANSWERED', 'ESCALATED', 'WITHDRAWN', 'REFUSED', 'MERGED'),
  ],
  events: [
    {
      ...{ event: 'acknowledge', from: ['RECEIVED'], leads: { state: 'ACKNOWLEDGED' } },
      ...{ roles: OFFICERS, source: null },
    },
    { event: 'appoint', from: WORKING, leads: 'SAME', roles: OFFICERS, source: INDEPENDENT_PERSON },
    {
      ...{ event: 'agreeStatement', from: EARLY, leads: { state: 'INVESTIGATING' } },
      ...{ roles: OFFICERS, source: STATEMENT },
    },
    {
      ...{ event: 'reportInvestigation', from: [...EARLY, 'INVESTIGATING'], leads: { state: 'REPORTED' } },
      ...{ roles: OFFICERS, source: INVESTIGATION },
    },
    {
      ...{ event: 'answer', from: ['REPORTED'], leads: { state: 'ANSWERED' } },
      ...{ roles: OFFICERS, source: ADJUDICATION },
    },
    { event: 'extend', from: WORKING, leads: 'SAME', roles: OFFICERS, source: INVESTIGATION },
    { event: 'escalate', from: ['ANSWERED'], leads: { stage: 3 }, roles: OFFICERS, source: REVIEW },
    { event: 'reopen', from: ['ANSWERED'], leads: { state: 'REPORTED' }, roles: OFFICERS, source: null },
    ...commonEvents({ working: WORKING, early: EARLY, takenBy: OFFICERS }),
  ],
  limits: [
    {
      ...{ name: 'ANSWER', title: 'Investigate and adjudicate it', metBy: 'answered' },
      starts: { with: 'statementAgreed', orElse: 'received' },
      within: workingDays(25),
      extension: { by: workingDays(40), isPassableForGoodReason: false, source: INVESTIGATION },
      ...{ pausedBy: ['PROCEEDINGS'], source: INVESTIGATION },
    },
    {
      ...{ name: 'NEXT_STAGE', title: 'Ask for stage 3', starts: { with: 'answered' } },
      ...{ metBy: 'nextRequested', within: workingDays(20), extension: null, pausedBy: [], source: REVIEW },
    },
  ],
  requirements: [
    { event: 'suspend', needs: { kind: 'GROUNDS', grounds: ['PROCEEDINGS'] }, source: FREEZING },
    {
      event: 'reportInvestigation',
      needs: { kind: 'APPOINTMENTS', appointments: ['INVESTIGATING_OFFICER', 'INDEPENDENT_PERSON'] },
      source: INDEPENDENT_PERSON,
    },
    { event: 'reportInvestigation', needs: { kind: 'FINDINGS' }, source: INVESTIGATION },
    {
      event: 'answer',
      needs: { kind: 'APPOINTMENTS', appointments: ['ADJUDICATING_OFFICER'] },
      source: ADJUDICATION,
    },
    { event: 'answer', needs: { kind: 'FINDINGS' }, source: ADJUDICATION },
    { event: 'answer', needs: { kind: 'CONSENT' }, source: WHO_MAY_COMPLAIN },
    { event: 'escalate', needs: { kind: 'WITHIN_LIMIT', limit: 'NEXT_STAGE' }, source: REVIEW },
  ],
  next: [3],
};
