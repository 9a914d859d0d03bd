import { toDay } from '../../../domain/calendar/day';
import type { LawSource } from '../../../domain/procedure/law';

/** When the LGSCO's Complaint Handling Code begins to be applied in its casework. */
export const CODE_IN_FORCE = toDay('2026-04-01');
/** The regime before the Code begins with the oldest records that are held. */
export const BEFORE_THE_CODE = toDay('2000-01-01');

const code = (paragraph: string): LawSource => ({
  law: 'LGSCO Complaint Handling Code (February 2024)',
  paragraph,
  basis: 'CODE',
});
const before = (paragraph: string): LawSource => ({
  law: "The council's complaints policy before 1 April 2026",
  paragraph,
  basis: 'POLICY',
});
const policy = (paragraph: string): LawSource => ({
  law: "The council's complaints policy",
  paragraph,
  basis: 'POLICY',
});

/** Where the rules of one regime are written. */
export interface Sources {
  readonly stage: LawSource;
  readonly acknowledge: LawSource;
  readonly answer: LawSource;
  readonly extend: LawSource;
  readonly escalate: LawSource;
  readonly refuse: LawSource;
}

/** Of stage 1 under the Code. */
export const CODE_STAGE_1: Sources = {
  stage: code('section 6, stage 1'),
  acknowledge: code('paragraph 6.2'),
  answer: code('paragraph 6.3'),
  extend: code('paragraph 6.4'),
  escalate: code('paragraph 6.8'),
  refuse: code('paragraphs 2.1 and 2.4'),
};

/** Of stage 2 under the Code, by the subject: the paragraphs of that part were not to be had by their numbers. */
export const CODE_STAGE_2: Sources = {
  stage: code('section 6, stage 2'),
  acknowledge: code('section 6, stage 2: requests acknowledged and logged'),
  answer: code('section 6, stage 2: final response'),
  extend: code('section 6, stage 2: extension'),
  escalate: code('section 6, stage 2: end of the procedure'),
  refuse: code('paragraphs 2.1 and 2.4'),
};

const beforeTheCode = (stage: string): Sources => ({
  stage: before(stage),
  acknowledge: before(`${stage}: acknowledgement`),
  answer: before(`${stage}: answer`),
  extend: before(`${stage}: extension`),
  escalate: before(`${stage}: who is not content`),
  refuse: before('what is not taken'),
});
export const POLICY_STAGE_1 = beforeTheCode('stage 1');
export const POLICY_STAGE_2 = beforeTheCode('stage 2');

export const DIRECT = policy('directly to stage 2, by way of exception');
export const REPRESENTATIVES = policy('representatives: the person concerned agrees');
export const OTHER_PERSON = {
  underTheCode: code('section 6, stage 2: not the same person as at stage 1'),
  before: before('stage 2: not by who handled stage 1'),
};
