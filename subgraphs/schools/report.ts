import type { StreamReport } from '../../contracts/report';

/** The stream's table in the service's progress report, in the report's own words. */
export const report: StreamReport = {
  id: 'schools',
  title: 'Schools',
  samePeriodOfYearsBefore: false,
  rows: [
    { label: 'Schools: received', measure: 'received', stage: 1 },
    { label: 'Schools: escalated to stage 2', measure: 'escalated', stage: 2 },
    { label: 'Schools: escalated to stage 3', measure: 'escalated', stage: 3 },
  ],
};
