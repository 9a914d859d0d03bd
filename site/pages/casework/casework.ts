import type { FastifyInstance } from 'fastify';
import type { PageMakers } from '../page-makers';
import { addCallPage } from './calls/call';
import { addCallList } from './calls/calls';
import { addCommandPages } from './commands/command-page';
import type { RecordingMakers } from './recording/ask-record';
import { addRecordingPages } from './recording/recording';
import { addSettledPage } from './settled';
import { addAssignPages } from './team/assign';
import { addAwayPages } from './team/away';
import { addGroupPages } from './team/groups';
import { addHandOverPages } from './team/hand-over';
import { addTeamPage } from './team/team';
import { addWorklists } from './worklists/worklists';

/** Casework: where complaints are worked on. */
export function addCaseworkPages(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'nameOf'> & RecordingMakers,
): void {
  addWorklists(app, makers);
  addAssignPages(app, makers);
  addCallList(app, makers);
  addCallPage(app, makers);
  addTeamPage(app, makers);
  addAwayPages(app, makers);
  addGroupPages(app, makers);
  addHandOverPages(app, makers);
  addCommandPages(app, makers);
  addRecordingPages(app, makers);
  addSettledPage(app, makers);
}
