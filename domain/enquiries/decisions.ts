/** What the LGSCO decided, recognised by how its decision begins. */
export const LGSCO_DECISIONS = [
  'UPHELD',
  'NOT_UPHELD',
  'CLOSED_AFTER_INITIAL_ENQUIRIES',
  'REFERRED_BACK',
  'ADVICE_GIVEN',
  'INVALID_OR_INCOMPLETE',
] as const;
export type LgscoDecision = (typeof LGSCO_DECISIONS)[number];

/** What the Housing Ombudsman finds on one issue. */
export const HOUSING_FINDINGS = [
  'NO_MALADMINISTRATION',
  'SERVICE_FAILURE',
  'PARTIAL_MALADMINISTRATION',
  'MALADMINISTRATION',
  'SEVERE_MALADMINISTRATION',
  'MEDIATION',
  'REASONABLE_REDRESS',
  'OUTSIDE_JURISDICTION',
  'WITHDRAWN',
] as const;
export type HousingFinding = (typeof HOUSING_FINDINGS)[number];

/** Findings after which something is to be done: failures, and what was agreed to make them good. */
const CALLS_FOR_REMEDY: readonly HousingFinding[] = [
  'SERVICE_FAILURE',
  'PARTIAL_MALADMINISTRATION',
  'MALADMINISTRATION',
  'SEVERE_MALADMINISTRATION',
  'MEDIATION',
  'REASONABLE_REDRESS',
];

/** Whether a decision is one after which an ombudsman asks for something to be done. */
export const callsForRemedy = (decided: {
  readonly decision: LgscoDecision | null;
  readonly findings: readonly (HousingFinding | null)[];
}): boolean =>
  decided.decision === 'UPHELD' ||
  decided.findings.some((finding) => finding !== null && CALLS_FOR_REMEDY.includes(finding));
