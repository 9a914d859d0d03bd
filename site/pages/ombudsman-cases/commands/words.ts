import type {
  Compliance,
  EnquiryEvent,
  EnquiryState,
  HousingFinding,
  LgscoDecision,
  RemedyKind,
} from '../../../operations/__generated__/operations';

/** What people call that something is done to an ombudsman's case. */
export const ENQUIRY_EVENT_WORDS: Readonly<Record<EnquiryEvent, string>> = {
  RECORD: 'Record it',
  TAKE_OVER: 'Take it over from the register',
  REPLY: 'Record our reply',
  EXTEND_REPLY: 'Record a later day for the reply',
  DRAFT: 'Record the draft of a decision',
  COMMENT: 'Record our comments on the draft',
  DECIDE: 'Record the decision',
  REFER_BACK: 'Record that it came too early',
  ADD_REMEDY: 'Add a remedy',
  COMPLETE_REMEDY: 'Record that a remedy was done',
  COMPLY: 'Record how satisfied the ombudsman is',
  WITHDRAW: 'Record that it was withdrawn or discontinued',
  NOTE: 'Add a note',
};

/** How an ombudsman's case stands. */
export const ENQUIRY_STATE_WORDS: Readonly<Record<EnquiryState, string>> = {
  ENQUIRY: 'Waits for our reply',
  REPLIED: 'Replied to',
  DRAFT: 'A decision was drafted',
  DECIDED: 'Decided, and something is to be done',
  REMEDY: 'Remedies are being done, or wait to be accepted',
  COMPLIED: 'The ombudsman is satisfied with what was done',
  CLOSED: 'Closed, and nothing is to be done',
};

export const COMPLIANCE_WORDS: Readonly<Record<Compliance, string>> = {
  COMPLETE_SATISFIED: 'Everything was done, in time',
  COMPLETE_LATE: 'Everything was done, and late',
  NOT_COMPLETE: 'Something was not done',
};

export const REMEDY_WORDS: Readonly<Record<RemedyKind, string>> = {
  PERSONAL: 'The person: within weeks',
  SERVICE_IMPROVEMENT: 'The service and whoever uses it later: within months',
};

export const LGSCO_WORDS: Readonly<Record<LgscoDecision, string>> = {
  UPHELD: 'Upheld',
  NOT_UPHELD: 'Not upheld',
  CLOSED_AFTER_INITIAL_ENQUIRIES: 'Closed after initial enquiries',
  REFERRED_BACK: 'Referred back for local resolution',
  ADVICE_GIVEN: 'Advice given',
  INVALID_OR_INCOMPLETE: 'Invalid or incomplete',
};

export const HOUSING_WORDS: Readonly<Record<HousingFinding, string>> = {
  NO_MALADMINISTRATION: 'No maladministration',
  SERVICE_FAILURE: 'Service failure',
  PARTIAL_MALADMINISTRATION: 'Partial maladministration',
  MALADMINISTRATION: 'Maladministration',
  SEVERE_MALADMINISTRATION: 'Severe maladministration',
  MEDIATION: 'Mediation',
  REASONABLE_REDRESS: 'Reasonable redress',
  OUTSIDE_JURISDICTION: 'Outside jurisdiction',
  WITHDRAWN: 'Withdrawn',
};
