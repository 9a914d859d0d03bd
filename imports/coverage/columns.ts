/** The columns of the team's list of what was recorded from when to when. */
export const COVERAGE_COLUMNS = ['stream', 'measure', 'recorded_from', 'recorded_to', 'granularity'] as const;

export type CoverageColumn = (typeof COVERAGE_COLUMNS)[number];
