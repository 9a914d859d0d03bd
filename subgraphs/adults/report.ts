import type { StreamReport } from '../../contracts/report';

/** The stream's table in the service's progress report, in the report's own words. */
export const report: StreamReport = {
  id: 'adults',
  title: 'Adults',
  samePeriodOfYearsBefore: false,
  rows: [{ label: 'Adults: stage 1 received', measure: 'received', stage: 1 }],
};
