import { toDay } from '../../domain/calendar/day';
import type { LawSource } from '../../domain/procedure/law';
import type { Procedure } from '../../domain/procedure/procedure';

/** When the LGSCO's Complaint Handling Code begins to be applied in its casework. */
const CODE_IN_FORCE = toDay('2026-04-01');

/** The placeholder regime before the Code begins with the oldest records that are held. */
const BEFORE_THE_CODE = toDay('2000-01-01');

const LOCAL_POLICY =
  "The council's own policy before the Code, as its case system computed due dates: 10 and 20 working days of receipt";
const CODE =
  'LGSCO Complaint Handling Code, issued February 2024 under section 23(12A) of the Local Government Act 1974';

const law = (source: Pick<LawSource, 'law' | 'basis'>, stage: string) => ({
  acknowledge: { ...source, paragraph: `${stage}: acknowledgement` },
  answer: { ...source, paragraph: `${stage}: answer` },
});
const BY_POLICY = { law: "The council's complaints policy before 1 April 2026", basis: 'POLICY' } as const;
const BY_CODE = { law: 'LGSCO Complaint Handling Code (February 2024)', basis: 'CODE' } as const;

/** The corporate procedure: two stages, the second by somebody who did not decide the first. */
export const procedure: Procedure = {
  stream: 'corporate',
  rules: [
    {
      stage: 1,
      inForceFrom: BEFORE_THE_CODE,
      source: LOCAL_POLICY,
      law: law(BY_POLICY, 'stage 1'),
      acknowledgeWithin: { workingDays: 3 },
      answerWithin: { workingDays: 10, from: 'received' },
      extendBy: { workingDays: 10 },
      reachedOnlyByEscalation: false,
    },
    {
      stage: 1,
      inForceFrom: CODE_IN_FORCE,
      source: CODE,
      law: law(BY_CODE, 'stage 1'),
      acknowledgeWithin: { workingDays: 5 },
      answerWithin: { workingDays: 10, from: 'acknowledged' },
      extendBy: { workingDays: 10 },
      reachedOnlyByEscalation: false,
    },
    {
      stage: 2,
      inForceFrom: BEFORE_THE_CODE,
      source: LOCAL_POLICY,
      law: law(BY_POLICY, 'stage 2'),
      acknowledgeWithin: { workingDays: 3 },
      answerWithin: { workingDays: 20, from: 'received' },
      extendBy: { workingDays: 20 },
      reachedOnlyByEscalation: false,
    },
    {
      stage: 2,
      inForceFrom: CODE_IN_FORCE,
      source: CODE,
      law: law(BY_CODE, 'stage 2'),
      acknowledgeWithin: { workingDays: 5 },
      answerWithin: { workingDays: 20, from: 'acknowledged' },
      extendBy: { workingDays: 20 },
      reachedOnlyByEscalation: false,
    },
  ],
};
