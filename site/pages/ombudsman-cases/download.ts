import type { FastifyInstance } from 'fastify';
import { sendNoDownload } from '../../downloads/no-download';
import { relayExport } from '../../downloads/relay-export';
import { TABLE_KINDS } from '../../downloads/table-kinds';
import { type PageMakers, queryOf, type SiteMakers, steadyAskingOf } from '../page-makers';
import { readCaseQuestion } from './case-filter';
import { CASES_PATH } from './cases-view';

/** The download of the list: every case that it holds, with all that files of records hold. */
export function addCasesDownload(
  app: FastifyInstance,
  { page, download }: Pick<PageMakers, 'page'> & Pick<SiteMakers, 'download'>,
): void {
  for (const kind of TABLE_KINDS)
    app.get(`${CASES_PATH}.${kind}`, async (request, reply) => {
      const { where, problems, parameters } = readCaseQuestion(queryOf(request));
      const tell = (says: readonly string[]) => sendNoDownload({ page, request, reply }, says);
      if (problems.length > 0) return tell(problems);
      const name = ['ombudsman-cases', parameters.state].filter(Boolean).join('-');
      const wanted = { records: 'ombudsman-cases', kind, name, where: { ...where } };
      const sent = await relayExport(reply, wanted, { download, asking: steadyAskingOf(request) });
      return typeof sent === 'string' ? tell([sent]) : sent;
    });
}
