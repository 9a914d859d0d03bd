import type { CaseRole } from '../../../domain/procedure/events';
import {
  endedStates,
  inGoodOrder,
  OFFICERS,
  openState,
  schoolDays,
} from '../../../domain/procedure/good-order';
import type { EventRule, StageVersion } from '../../../domain/procedure/stage-version';
import { ACKNOWLEDGEMENT, model, NOT_TAKEN, PROCEDURE, REPRESENTATIVES, SINCE } from './sources';

/** What makes one of the two stages at which the school answers by a letter. */
interface AtTheSchool {
  readonly stage: number;
  readonly title: string;
  readonly answeredBy: string;
  /** With whom it is once the central team has acknowledged it. */
  readonly withWhom: string;
  readonly answerInSchoolDays: number;
  /** Who may do the school's part: its manager where the school answers itself, else the central team for it. */
  readonly schoolsPart: readonly CaseRole[];
}

const OPEN = ['RECEIVED', 'ACKNOWLEDGED'];

/** The council's part is to receive, acknowledge, pass on and follow it; the school's is to look into it and to answer. */
export function answeredByLetter(given: AtTheSchool): StageVersion {
  const { stage, title, answeredBy, withWhom, answerInSchoolDays } = given;
  return {
    ...{ stage, inForceFrom: SINCE, title, answeredBy, source: PROCEDURE, begins: 'RECEIVED' },
    states: [
      openState('RECEIVED', 'With the council, to be acknowledged and passed to the school', 'TEAM'),
      openState('ACKNOWLEDGED', withWhom, 'SERVICE'),
      ...endedStates('ANSWERED', 'ESCALATED', 'WITHDRAWN', 'REFUSED', 'MERGED'),
    ],
    events: eventsOf(given),
    limits: [
      {
        ...{ name: 'ACKNOWLEDGE', title: 'Acknowledge it', starts: { with: 'received' } },
        ...{ metBy: 'acknowledged', within: schoolDays(3), extension: null, pausedBy: [] },
        source: ACKNOWLEDGEMENT,
      },
      {
        ...{ name: 'ANSWER', title: 'Answer it', starts: { with: 'received' }, metBy: 'answered' },
        ...{ within: schoolDays(answerInSchoolDays), extension: null, pausedBy: [] },
        source: model(`stage ${stage}: answered in ${answerInSchoolDays} school days`),
      },
    ],
    requirements: [{ event: 'answer', needs: { kind: 'CONSENT' }, source: REPRESENTATIVES }],
    next: [stage + 1],
  };
}

const eventsOf = ({ stage, answeredBy, schoolsPart }: AtTheSchool): EventRule[] => [
  // Nothing begins at a later stage.
  ...(stage === 1
    ? [{ event: 'record', from: [], leads: { state: 'RECEIVED' }, roles: OFFICERS, source: null } as const]
    : []),
  {
    ...{ event: 'acknowledge', from: ['RECEIVED'], leads: { state: 'ACKNOWLEDGED' } },
    ...{ roles: schoolsPart, source: ACKNOWLEDGEMENT },
  },
  {
    ...{ event: 'answer', from: ['ACKNOWLEDGED'], leads: { state: 'ANSWERED' } },
    ...{ roles: schoolsPart, source: model(`stage ${stage}: ${answeredBy.toLowerCase()}`) },
  },
  {
    ...{ event: 'escalate', from: ['ANSWERED'], leads: { stage: stage + 1 }, roles: OFFICERS },
    source: model(`stage ${stage}: who is not content`),
  },
  { event: 'refuse', from: OPEN, leads: { state: 'REFUSED' }, roles: OFFICERS, source: NOT_TAKEN },
  { event: 'reopen', from: ['ANSWERED'], leads: { state: 'ACKNOWLEDGED' }, roles: OFFICERS, source: null },
  ...inGoodOrder({ open: OPEN, takenBy: schoolsPart }),
];
