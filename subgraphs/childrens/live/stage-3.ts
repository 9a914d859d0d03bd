import { endedStates, OFFICERS, openState, workingDays } from '../../../domain/procedure/good-order';
import type { Requirement, StageVersion } from '../../../domain/procedure/stage-version';
import { commonEvents } from './common-events';
import { FREEZING, IN_FORCE, regulation, WHO_MAY_COMPLAIN } from './sources';

const PANEL = regulation('regulation 19(2) and (3)');
const MEETING = regulation('regulation 19(4)');
const REPORT = regulation('regulation 20');
const ANSWER = regulation('regulation 20(3)');
const EARLY = ['RECEIVED', 'ACKNOWLEDGED', 'PANEL_ARRANGED'];
const WORKING = [...EARLY, 'PANEL_HELD', 'PANEL_REPORTED'];

/** Three members, none of whom was the independent person of stage 2. */
const ofThree = (event: 'arrangePanel' | 'holdPanel'): Requirement => ({
  event,
  needs: { kind: 'PANEL', members: 3, isFreeOf: ['INDEPENDENT_PERSON'] },
  source: PANEL,
});

/** Stage 3, the review panel: it meets within 30 working days of the request, reports in 5, and is answered within 15. */
export const stage3: StageVersion = {
  stage: 3,
  inForceFrom: IN_FORCE,
  title: 'Stage 3: the review panel',
  answeredBy: "The council's director, with the independent person, on the report of the panel",
  source: regulation('regulations 18 to 20'),
  begins: 'RECEIVED',
  states: [
    openState('RECEIVED', 'Asked for, a panel to be arranged', 'TEAM'),
    openState('ACKNOWLEDGED', 'Acknowledged, a panel to be arranged', 'TEAM'),
    openState('PANEL_ARRANGED', 'Before the panel', 'PANEL'),
    openState('PANEL_HELD', 'The panel has met and is to report', 'PANEL'),
    openState('PANEL_REPORTED', 'The panel has reported, to be answered', 'TEAM'),
    openState('SUSPENDED', 'Suspended', 'OTHERS'),
    ...endedStates('ANSWERED', 'WITHDRAWN', 'REFUSED', 'MERGED'),
  ],
  events: [
    {
      ...{ event: 'acknowledge', from: ['RECEIVED'], leads: { state: 'ACKNOWLEDGED' } },
      ...{ roles: OFFICERS, source: null },
    },
    // Arranged again where the day or a member changes.
    {
      ...{ event: 'arrangePanel', from: EARLY, leads: { state: 'PANEL_ARRANGED' } },
      ...{ roles: OFFICERS, source: PANEL },
    },
    {
      ...{ event: 'holdPanel', from: ['PANEL_ARRANGED'], leads: { state: 'PANEL_HELD' } },
      ...{ roles: OFFICERS, source: MEETING },
    },
    {
      ...{ event: 'reportPanel', from: ['PANEL_HELD'], leads: { state: 'PANEL_REPORTED' } },
      ...{ roles: OFFICERS, source: REPORT },
    },
    {
      ...{ event: 'answer', from: ['PANEL_REPORTED'], leads: { state: 'ANSWERED' } },
      ...{ roles: OFFICERS, source: ANSWER },
    },
    {
      ...{ event: 'reopen', from: ['ANSWERED'], leads: { state: 'PANEL_REPORTED' } },
      ...{ roles: OFFICERS, source: null },
    },
    ...commonEvents({ working: WORKING, early: EARLY, takenBy: OFFICERS }),
  ],
  limits: [
    {
      ...{ name: 'PANEL_MEETING', title: 'Hold the panel', starts: { with: 'received' }, metBy: 'panelHeld' },
      ...{ within: workingDays(30), extension: null, pausedBy: ['PROCEEDINGS'], source: MEETING },
    },
    {
      ...{ name: 'PANEL_REPORT', title: 'Report of the panel', metBy: 'panelReported' },
      starts: { with: 'panelHeld', byLimit: 'PANEL_MEETING' },
      ...{ within: workingDays(5), extension: null, pausedBy: ['PROCEEDINGS'], source: REPORT },
    },
    {
      ...{ name: 'ANSWER', title: 'Answer the panel', metBy: 'answered' },
      starts: { with: 'panelReported', byLimit: 'PANEL_REPORT' },
      ...{ within: workingDays(15), extension: null, pausedBy: ['PROCEEDINGS'], source: ANSWER },
    },
  ],
  requirements: [
    { event: 'suspend', needs: { kind: 'GROUNDS', grounds: ['PROCEEDINGS'] }, source: FREEZING },
    ofThree('arrangePanel'),
    ofThree('holdPanel'),
    { event: 'reportPanel', needs: { kind: 'FINDINGS' }, source: REPORT },
    { event: 'answer', needs: { kind: 'FINDINGS' }, source: ANSWER },
    { event: 'answer', needs: { kind: 'CONSENT' }, source: WHO_MAY_COMPLAIN },
  ],
  next: ['LGSCO'],
};
