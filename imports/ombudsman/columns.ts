/** The columns of the team's register of ombudsmen's enquiries. */
export const REGISTER_COLUMNS = [
  'Ombudsman',
  'Ombudsman ref',
  'Our ref',
  'Stream',
  'Received',
  'Reply due',
  'Reply sent',
  'Decided',
  'Decision',
  'Remedy',
  'Remedy due',
  'Remedy done',
] as const;

export type RegisterColumn = (typeof REGISTER_COLUMNS)[number];

/** Those that hold days. */
export const REGISTER_DAYS: ReadonlySet<string> = new Set<RegisterColumn>([
  'Received',
  'Reply due',
  'Reply sent',
  'Decided',
  'Remedy due',
  'Remedy done',
]);
