/**
 * What is learned of an answer: actions that it promised and whether they were kept, causes, recommendations for
 * improvement. No procedure names them: they are open from the first answer on, whatever the state (`decide-learning.ts`).
 */
export const LEARNING_EVENTS = [
  'promise',
  'keepPromise',
  'movePromise',
  'dropPromise',
  'nameCauses',
  'recommend',
  'followRecommendation',
] as const;
export type LearningEvent = (typeof LEARNING_EVENTS)[number];

/**
 * All that can happen to a live complaint, whatever its stream; a stream's procedure says which of them it has, in which
 * states, and to whom they are open. `takeOver` and `redate` are no commands: the first is what a complaint begins with that
 * an inherited system recorded, the second says that the calendar changed under an open limit.
 */
export const EVENTS = [
  'record',
  'takeOver',
  'acknowledge',
  'agreePlan',
  'recordConsent',
  'assign',
  'accept',
  'handBack',
  'answer',
  'extend',
  'suspend',
  'resume',
  'escalate',
  'withdraw',
  'refuse',
  'settle',
  'reopen',
  'correctDate',
  'link',
  'changeParty',
  'merge',
  'note',
  'attach',
  'sendLetter',
  'arrangeAdvocate',
  'appoint',
  'agreeStatement',
  'reportInvestigation',
  'arrangePanel',
  'holdPanel',
  'reportPanel',
  'assessRisk',
  'coordinate',
  'redate',
  ...LEARNING_EVENTS,
] as const;
export type CaseEvent = (typeof EVENTS)[number];

/** Who may do something to a live complaint: officers of the central team, and managers of the service complained about. */
export const CASE_ROLES = ['officer', 'manager'] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

/** A day of a stage that clocks start with, or that ends them. */
export const MOMENTS = [
  'received',
  'acknowledged',
  'planAgreed',
  'statementAgreed',
  'investigationReported',
  'panelHeld',
  'panelReported',
  'answered',
  'nextRequested',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** Why a clock stands still. */
export const SUSPENSION_GROUNDS = ['SAFEGUARDING', 'PROCEEDINGS', 'ADVOCATE'] as const;
export type SuspensionGround = (typeof SUSPENSION_GROUNDS)[number];

/** Whom the law wants named for an investigation. */
export const APPOINTMENTS = ['INVESTIGATING_OFFICER', 'INDEPENDENT_PERSON', 'ADJUDICATING_OFFICER'] as const;
export type Appointment = (typeof APPOINTMENTS)[number];

/** For whom a complaint waits in a state. */
export const WAITS_FOR = [
  'TEAM',
  'SERVICE',
  'COMPLAINANT',
  'INVESTIGATOR',
  'PANEL',
  'OTHERS',
  'NOBODY',
] as const;
export type WaitsFor = (typeof WAITS_FOR)[number];

/** Where a complainant may go after the last stage. */
export const NEXT_ROUTES = ['LGSCO', 'HOUSING', 'DFE'] as const;
export type NextRoute = (typeof NEXT_ROUTES)[number];

/** How much harm may come of what is complained of, or of how long it lasts. */
export const RISKS = ['LOW', 'MODERATE', 'HIGH'] as const;
export type Risk = (typeof RISKS)[number];

/** With whom a complaint is answered together, where it is about them too. */
export const OTHER_BODIES = ['NHS', 'CARE_PROVIDER', 'OTHER_COUNCIL'] as const;
export type OtherBody = (typeof OTHER_BODIES)[number];
