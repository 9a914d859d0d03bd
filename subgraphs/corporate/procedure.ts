import { toDay } from '../../domain/calendar/day';
import type { Procedure } from '../../domain/procedure/procedure';

/** When the LGSCO's Complaint Handling Code begins to be applied in its casework. */
const CODE_IN_FORCE = toDay('2026-04-01');

/** The placeholder regime before the Code begins with the oldest records that are held. */
const BEFORE_THE_CODE = toDay('2000-01-01');

const LOCAL_POLICY =
  "The council's own policy before the Code, as its case system computed due dates: 10 and 20 working days of receipt";
const CODE =
  'LGSCO Complaint Handling Code, issued February 2024 under section 23(12A) of the Local Government Act 1974';

/** The corporate procedure: two stages, the second by somebody who did not decide the first. */
export const procedure: Procedure = {
  stream: 'corporate',
  rules: [
    {
      stage: 1,
      inForceFrom: BEFORE_THE_CODE,
      source: LOCAL_POLICY,
      acknowledgeWithin: { workingDays: 3 },
      answerWithin: { workingDays: 10, from: 'received' },
      extendBy: { workingDays: 10 },
      reachedOnlyByEscalation: false,
    },
    {
      stage: 1,
      inForceFrom: CODE_IN_FORCE,
      source: CODE,
      acknowledgeWithin: { workingDays: 5 },
      answerWithin: { workingDays: 10, from: 'acknowledged' },
      extendBy: { workingDays: 10 },
      reachedOnlyByEscalation: false,
    },
    {
      stage: 2,
      inForceFrom: BEFORE_THE_CODE,
      source: LOCAL_POLICY,
      acknowledgeWithin: { workingDays: 3 },
      answerWithin: { workingDays: 20, from: 'received' },
      extendBy: { workingDays: 20 },
      reachedOnlyByEscalation: false,
    },
    {
      stage: 2,
      inForceFrom: CODE_IN_FORCE,
      source: CODE,
      acknowledgeWithin: { workingDays: 5 },
      answerWithin: { workingDays: 20, from: 'acknowledged' },
      extendBy: { workingDays: 20 },
      reachedOnlyByEscalation: false,
    },
  ],
};
