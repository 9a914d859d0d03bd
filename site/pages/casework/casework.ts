import type { FastifyInstance } from 'fastify';
import type { PageMakers } from '../page-makers';
import { addCallPage } from './calls/call';
import { addCallList } from './calls/calls';
import { addCommandPages } from './commands/command-page';
import type { RecordingMakers } from './recording/ask-record';
import { addRecordingPages } from './recording/recording';
import { addSettledPage } from './settled';
import { addTeamPages } from './team/team-pages';
import { addWorklists } from './worklists/worklists';

/** Casework: where complaints are worked on. */
export function addCaseworkPages(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'nameOf'> & RecordingMakers,
): void {
  addWorklists(app, makers);
  addCallList(app, makers);
  addCallPage(app, makers);
  addTeamPages(app, makers);
  addCommandPages(app, makers);
  addRecordingPages(app, makers);
  addSettledPage(app, makers);
}
