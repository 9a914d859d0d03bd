import { OFFICERS, OFFICERS_AND_MANAGERS } from '../../domain/procedure/good-order';
import type { LiveProcedure } from '../../domain/procedure/stage-version';
import { answeredByLetter } from './live/answered-by-letter';
import { stage3 } from './live/stage-3';

const stage1 = answeredByLetter({
  stage: 1,
  title: 'Stage 1: the headteacher',
  answeredBy: 'The headteacher',
  withWhom: 'With the headteacher',
  answerInSchoolDays: 10,
  schoolsPart: OFFICERS_AND_MANAGERS,
});

/** The chair of governors has no sign-in: the central team records what they do. */
const stage2 = answeredByLetter({
  stage: 2,
  title: 'Stage 2: the chair of governors',
  answeredBy: 'The chair of governors',
  withWhom: 'With the chair of governors',
  answerInSchoolDays: 15,
  schoolsPart: OFFICERS,
});

/** The stream's procedure as complaints follow it that are worked on here: the head, the chair, a panel, in school days. */
export const liveProcedure: LiveProcedure = { stream: 'schools', stages: [stage1, stage2, stage3] };
