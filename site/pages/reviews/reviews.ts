import type { FastifyInstance } from 'fastify';
import type { PageMakers } from '../page-makers';
import { addActionPage } from './action-page';
import { addCloseMeeting } from './close';
import { addReviewList } from './list';
import { addMeetingPage } from './meeting-page';
import { addReviewPlan } from './plan';

/** Review meetings: planning one, going through its agenda, and following what was agreed until it is done. */
export function addReviewPages(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock'>,
): void {
  addReviewList(app, makers);
  addReviewPlan(app, makers);
  addActionPage(app, makers);
  addMeetingPage(app, makers);
  addCloseMeeting(app, makers);
}
