import type { FastifyInstance } from 'fastify';
import type { PageMakers } from '../../page-makers';
import { addAssignPages } from './assign';
import { addAwayPages } from './away';
import { addGroupPages } from './groups';
import { addHandOverPages } from './hand-over';
import { addTeamPage } from './team';

/** Who works on what: giving much at once, who is away, groups, and handing over. */
export function addTeamPages(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock' | 'nameOf'>,
): void {
  addAssignPages(app, makers);
  addTeamPage(app, makers);
  addAwayPages(app, makers);
  addGroupPages(app, makers);
  addHandOverPages(app, makers);
}
