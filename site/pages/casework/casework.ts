import type { FastifyInstance } from 'fastify';
import type { PageMakers } from '../page-makers';
import { addCommandPages } from './commands/command-page';
import type { RecordingMakers } from './recording/ask-record';
import { addRecordingPages } from './recording/recording';
import { addSettledPage } from './settled';
import { addAssignPages } from './team/assign';
import { addWorklists } from './worklists/worklists';

/** Casework: where complaints are worked on. */
export function addCaseworkPages(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'nameOf'> & RecordingMakers,
): void {
  addWorklists(app, makers);
  addAssignPages(app, makers);
  addCommandPages(app, makers);
  addRecordingPages(app, makers);
  addSettledPage(app, makers);
}
