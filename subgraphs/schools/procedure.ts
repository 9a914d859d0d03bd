import { toDay } from '../../domain/calendar/day';
import type { LawSource } from '../../domain/procedure/law';
import type { Procedure, StageRule } from '../../domain/procedure/procedure';

/**
 * The governing body's procedure under section 29 of the Education Act 2002. No law sets its limits: these are the
 * ones by which the inherited system counted, in working days.
 */
const SOURCE =
  "Education Act 2002 section 29; limits of the council's inherited case system, in working days of receipt";

const LIMITS = {
  law: "The council's inherited case system",
  paragraph: 'its limits, in working days of receipt',
  basis: 'POLICY',
} as const satisfies LawSource;

const stage = (number: number, workingDays: number): StageRule => ({
  stage: number,
  inForceFrom: toDay('2000-01-01'),
  source: SOURCE,
  law: { acknowledge: LIMITS, answer: LIMITS },
  acknowledgeWithin: { workingDays: 3 },
  answerWithin: { workingDays, from: 'received' },
  extendBy: null,
  reachedOnlyByEscalation: number > 1,
});

/** Stage 1 the headteacher, stage 2 the chair of governors, stage 3 the governors' panel. */
export const procedure: Procedure = {
  stream: 'schools',
  rules: [stage(1, 10), stage(2, 20), stage(3, 20)],
};
