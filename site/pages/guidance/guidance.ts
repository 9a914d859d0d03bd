import type { FastifyInstance } from 'fastify';
import type { PageMakers } from '../page-makers';
import { addArticlePage } from './article';
import { addDecisionPages } from './decide';
import { addEditPages } from './edit';
import { addGuidanceHome } from './home';
import { addVersionPages } from './versions';

/** How complaints are answered here: to be read by all but partners, and written by those who keep it. */
export function addGuidancePages(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock'>,
): void {
  addGuidanceHome(app, makers);
  addArticlePage(app, makers);
  addVersionPages(app, makers);
  addEditPages(app, makers);
  addDecisionPages(app, makers);
}
