import { readCsv } from '../formats/csv/read-csv';
import type { Source } from '../source';
import { COVERAGE_COLUMNS } from './columns';
import { COVERAGE_FAULTS, type CoverageRecord, mapCoverageRow } from './map';

/** The team's list of which measures were recorded from when to when, and how finely. */
export const coverage: Source<CoverageRecord> = {
  name: 'coverage',
  title: "the team's list of what was recorded",
  header: COVERAGE_COLUMNS,
  identityColumns: ['stream', 'measure', 'recorded_from'],
  isWhole: true,
  keepsLastUpdated: false,
  listed: { stream: () => null, measure: () => null, granularity: () => null },
  personalColumns: new Set(),
  read: (request) => readCsv({ ...request, header: COVERAGE_COLUMNS }),
  place: (record) => ({ keeper: 'coverage', order: 0, days: [], kept: record }),
  faults: COVERAGE_FAULTS,
  findings: {},
  map: mapCoverageRow,
};
