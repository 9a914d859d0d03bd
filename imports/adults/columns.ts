/** The columns of the adults' system's export, in its order (the extracts' README, "Adults' system"). */
export const ADULTS_COLUMNS = [
  'ComplaintID',
  'PersonID',
  'DateOfComplaint',
  'AckDate',
  'PlanAgreed',
  'ResponseDueBy',
  'ResponseDate',
  'ClosedDate',
  'Outcome',
  'Risk',
  'Team',
  'Provider',
  'Complainant',
  'ConsentHeld',
  'Nature',
  'Lessons',
] as const;

export type AdultsColumn = (typeof ADULTS_COLUMNS)[number];

/** Whom it is about, what is recorded of them, who complained, and what somebody wrote: shown to nobody outside the quarantine. */
export const ADULTS_PERSONAL_COLUMNS: ReadonlySet<string> = new Set<AdultsColumn>([
  'PersonID',
  'Risk',
  'Provider',
  'Complainant',
  'ConsentHeld',
  'Lessons',
]);
