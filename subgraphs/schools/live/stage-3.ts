import {
  endedStates,
  inGoodOrder,
  OFFICERS,
  openState,
  schoolDays,
} from '../../../domain/procedure/good-order';
import type { Requirement, StageVersion } from '../../../domain/procedure/stage-version';
import { ACKNOWLEDGEMENT, model, NOT_TAKEN, PROCEDURE, REPRESENTATIVES, SINCE } from './sources';

const PANEL = model('stage 3: a panel of three');
const MEETING = model('stage 3: the panel meets in 20 school days');
const DECISION = model("stage 3: the panel's decision in 5 school days");
const EARLY = ['RECEIVED', 'ACKNOWLEDGED', 'PANEL_ARRANGED'];
const OPEN = [...EARLY, 'PANEL_HELD'];

const ofThree = (event: 'arrangePanel' | 'holdPanel'): Requirement => ({
  event,
  needs: { kind: 'PANEL', members: 3, isFreeOf: [] },
  source: PANEL,
});

/** Stage 3: asked for through the council, which advises and arranges; governors who were not part of it decide. */
export const stage3: StageVersion = {
  stage: 3,
  inForceFrom: SINCE,
  title: "Stage 3: the governors' panel",
  answeredBy: "The governors' panel; the council advises it and keeps the record",
  source: PROCEDURE,
  begins: 'RECEIVED',
  states: [
    openState('RECEIVED', 'With the council, to be acknowledged', 'TEAM'),
    openState('ACKNOWLEDGED', 'Acknowledged, the council arranges a panel', 'TEAM'),
    openState('PANEL_ARRANGED', "Before the governors' panel", 'PANEL'),
    openState('PANEL_HELD', 'The panel has met and is to decide', 'PANEL'),
    ...endedStates('ANSWERED', 'WITHDRAWN', 'REFUSED', 'MERGED'),
  ],
  events: [
    {
      ...{ event: 'acknowledge', from: ['RECEIVED'], leads: { state: 'ACKNOWLEDGED' } },
      ...{ roles: OFFICERS, source: ACKNOWLEDGEMENT },
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
      ...{ event: 'answer', from: ['PANEL_HELD'], leads: { state: 'ANSWERED' } },
      ...{ roles: OFFICERS, source: DECISION },
    },
    { event: 'refuse', from: EARLY, leads: { state: 'REFUSED' }, roles: OFFICERS, source: NOT_TAKEN },
    { event: 'reopen', from: ['ANSWERED'], leads: { state: 'PANEL_HELD' }, roles: OFFICERS, source: null },
    ...inGoodOrder({ open: OPEN, takenBy: OFFICERS }),
  ],
  limits: [
    {
      ...{ name: 'ACKNOWLEDGE', title: 'Acknowledge it', starts: { with: 'received' } },
      ...{ metBy: 'acknowledged', within: schoolDays(3), extension: null, pausedBy: [] },
      source: ACKNOWLEDGEMENT,
    },
    {
      ...{ name: 'PANEL_MEETING', title: 'Hold the panel', starts: { with: 'received' }, metBy: 'panelHeld' },
      ...{ within: schoolDays(20), extension: null, pausedBy: [], source: MEETING },
    },
    {
      ...{ name: 'ANSWER', title: 'Decide it', starts: { with: 'panelHeld', byLimit: 'PANEL_MEETING' } },
      ...{ metBy: 'answered', within: schoolDays(5), extension: null, pausedBy: [], source: DECISION },
    },
  ],
  requirements: [
    ofThree('arrangePanel'),
    ofThree('holdPanel'),
    { event: 'answer', needs: { kind: 'CONSENT' }, source: REPRESENTATIVES },
  ],
  // The ombudsman takes the council's own part alone: admission appeals, education plans, transport.
  next: ['DFE', 'LGSCO'],
};
