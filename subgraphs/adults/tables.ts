import { ownStageTable } from '../../casework/stream/own-stage-table';

/**
 * What the adults' stream alone records of what the council did: whether a plan was agreed. A word is kept by what it
 * means and as it was written, since one that nobody knows means nothing yet.
 */
export const stagePlan = ownStageTable('adults', {
  table: 'stage_plan',
  columns: { plan_agreed: 'planAgreed', plan_agreed_written: 'planAgreedWritten' },
});

/**
 * What it alone records of the person concerned (consent, risk, who provides their care), and what was learned, in
 * somebody's own words: so guarded as an account is.
 */
export const stageLessons = ownStageTable('adults', {
  table: 'stage_lessons',
  columns: {
    lessons: 'lessons',
    consent: 'consent',
    consent_written: 'consentWritten',
    risk: 'risk',
    risk_written: 'riskWritten',
    provider: 'provider',
  },
  personal: true,
});
