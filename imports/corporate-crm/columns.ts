/** The columns of the corporate system's export, in its order (the extracts' README, "Corporate system"). */
export const CORPORATE_COLUMNS = [
  'Case Ref',
  'Case Type',
  'Stage',
  'Parent Ref',
  'Route',
  'Date Received',
  'Date Acknowledged',
  'Target Date',
  'Date Responded',
  'Status',
  'Closure Code',
  'Directorate',
  'Service',
  'Category',
  'Channel',
  'Ward',
  'Officer',
  'School URN',
  'School',
  'Title',
  'Forename',
  'Surname',
  'Email',
  'Postcode',
  'Summary',
  'Last Updated',
] as const;

export type CorporateColumn = (typeof CORPORATE_COLUMNS)[number];

/** Who complained, who handled it, and what was said: shown to nobody outside the quarantine. */
export const CORPORATE_PERSONAL_COLUMNS: ReadonlySet<string> = new Set<CorporateColumn>([
  'Officer',
  'Title',
  'Forename',
  'Surname',
  'Email',
  'Postcode',
  'Summary',
]);
