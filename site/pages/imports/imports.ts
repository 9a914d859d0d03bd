import type { FastifyInstance } from 'fastify';
import type { SiteMakers } from '../page-makers';
import { addJobPage } from './job';
import { addLedger } from './ledger';
import { sendList } from './list';
import { addNewImport } from './new-import';
import { addNotes } from './notes';
import { addVanished } from './vanished';
import { addWork } from './work';

type Makers = Pick<SiteMakers, 'page' | 'gateway' | 'upload'>;

/** Imports and all other long work: for admins alone. */
export function addImportPages(app: FastifyInstance, makers: Makers): void {
  addNotes(app, makers);
  app.get('/imports', (request, reply) => sendList(makers, { request, reply }));
  addNewImport(app, makers);
  addLedger(app, makers);
  addVanished(app, makers);
  addWork(app, makers);
  addJobPage(app, makers);
}
