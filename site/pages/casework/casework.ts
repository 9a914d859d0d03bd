import type { FastifyInstance } from 'fastify';
import type { PageMakers } from '../page-makers';
import { sendPage } from '../page-makers';
import { addCallPage } from './calls/call';
import { addCallList } from './calls/calls';
import { addCommandPages } from './commands/command-page';
import { SETTLED_PATH } from './commands/settled-before';
import { addAssignPages } from './team/assign';
import { addAwayPages } from './team/away';
import { addGroupPages } from './team/groups';
import { addHandOverPages } from './team/hand-over';
import { addTeamPage } from './team/team';
import { addWorklists } from './worklists/worklists';

/** Casework: where complaints are worked on. */
export function addCaseworkPages(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock' | 'nameOf'>,
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
  // A concern that was settled has no page any more.
  app.get(SETTLED_PATH, (request, reply) =>
    sendPage(
      reply,
      makers.page(request, 'told.njk', {
        title: 'It was settled',
        says: [
          'It was settled by the next working day, and is no complaint. What was said and who said it is not kept.',
        ],
        goOn: { text: 'Go on', href: '/complaints' },
      }),
    ),
  );
}
