import type { FastifyInstance } from 'fastify';
import type { PageMakers } from '../page-makers';
import { addBeforeReport } from './before-report/before-report';
import { addDuplicates } from './duplicates/duplicates';
import { addFaults } from './faults/faults';
import { addQualityOverview } from './overview/overview';
import { addQuarantine } from './quarantine/quarantine';

/** Where the team sees what is wrong with the records, and puts it right. */
export function addDataQuality(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock'>,
): void {
  addQualityOverview(app, makers);
  addQuarantine(app, makers);
  addFaults(app, makers);
  addDuplicates(app, makers);
  addBeforeReport(app, makers);
}
