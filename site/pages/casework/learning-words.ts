import type { Cause, RecommendationEnd } from '../../operations/__generated__/operations';

/** What may be behind a complaint, in words. */
export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  DELAY: 'It took too long',
  SERVICE_NOT_GIVEN: 'Something was not done, or a service not given',
  COMMUNICATION: 'Nobody told them, or not well',
  STAFF_CONDUCT: 'How staff behaved',
  QUALITY_OF_SERVICE: 'A service was not as it should be',
  WRONG_ADVICE: 'What they were told was not so',
  DECISION_DISAGREED_WITH: 'A decision that they do not agree with',
  POLICY: 'A policy of the council',
  CHARGING: 'A charge, or how means were assessed',
  ASSESSMENT_OR_PLAN: 'An assessment, or a plan of care',
  CONFIDENTIALITY: 'Something confidential was told',
  DISCRIMINATION: 'Discrimination',
  COMPLAINT_HANDLING: 'How an earlier complaint was handled',
  PLACEMENT_OR_CONTACT: 'A placement, or contact with somebody',
  SPECIAL_EDUCATIONAL_NEEDS: 'Special educational needs, or a plan for them',
  MISSED_BIN: 'A bin that was not emptied',
  REPAIRS: 'Repairs',
};

/** What may become of a recommendation, in words. */
export const END_WORDS: Readonly<Record<RecommendationEnd, string>> = {
  AGREED: 'It is to be done',
  DONE: 'It was done',
  DECLINED: 'It is not to be done',
};
