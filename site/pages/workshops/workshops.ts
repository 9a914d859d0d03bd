import type { FastifyInstance } from 'fastify';
import type { PageMakers } from '../page-makers';
import { addAttendancePage } from './attendance';
import { addCallOffPage } from './call-off';
import { addWorkshopList } from './list';
import { addPlanPages } from './plan';
import { addTrainings } from './trainings';
import { addWorkshopPage } from './workshop-page';

/** Refresher workshops: what there is, booking, planning, who came, and who was trained. */
export function addWorkshopPages(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock'>,
): void {
  addWorkshopList(app, makers);
  addTrainings(app, makers);
  addPlanPages(app, makers);
  addWorkshopPage(app, makers);
  addCallOffPage(app, makers);
  addAttendancePage(app, makers);
}
