import type { StreamReport } from '../../contracts/report';

/** The stream's table in the service's progress report, in the report's own words. */
export const report: StreamReport = {
  id: 'corporate',
  title: 'Corporate',
  samePeriodOfYearsBefore: true,
  rows: [
    { label: 'Stage 1 received', measure: 'received', stage: 1 },
    { label: 'Stage 2 received', measure: 'received', stage: 2 },
    { label: 'Escalated stage 1 to stage 2', measure: 'escalated', stage: 2 },
    { label: 'Direct to stage 2', measure: 'direct', stage: 2 },
    { label: 'Escalated to the Ombudsman', measure: 'referredToOmbudsman', stage: null },
  ],
};
