import type { StreamReport } from '../../contracts/report';

/** The stream's table in the service's progress report, in the report's own words. */
export const report: StreamReport = {
  id: 'childrens',
  title: "Children's",
  samePeriodOfYearsBefore: false,
  rows: [
    { label: "Children's: received", measure: 'received', stage: 1 },
    { label: "Children's: escalated to stage 2", measure: 'escalated', stage: 2 },
    { label: "Children's: escalated to stage 3", measure: 'escalated', stage: 3 },
  ],
};
