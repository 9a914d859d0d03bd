import type { FastifyInstance } from 'fastify';
import { addComplaintPage } from '../complaint/complaint';
import { addWhatIf } from '../complaint/live/what-if';
import { addComplaintPeople } from '../complaint/people';
import type { PageMakers, SiteMakers } from '../page-makers';
import { addComplaintDownload } from './download';
import { addComplaintList } from './list';

/** Complaints: the list behind every figure, its download, and each complaint. */
export function addComplaintPages(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock' | 'nameOf'> & Pick<SiteMakers, 'download'>,
): void {
  addComplaintList(app, makers);
  addComplaintDownload(app, makers);
  addComplaintPage(app, makers);
  addComplaintPeople(app, makers);
  addWhatIf(app, makers);
}
