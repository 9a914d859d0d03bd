import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Asking, Gateway } from '../../gateway/gateway';
import { ReportPageDocument } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { documentView, type ReportDocument } from './document-view';
import { isForPublic, REPORTS_PATH } from './paths';
import { mayFreeze, mayWrite } from './roles';

/** Where a report is, by its id. */
export interface OfReport {
  readonly Params: { readonly id: string };
}

/** The page of each report: the document itself. */
export function addReportDocument(
  app: FastifyInstance,
  { page, gateway, nameOf }: Pick<PageMakers, 'page' | 'gateway' | 'nameOf'>,
): void {
  app.get<OfReport>(`${REPORTS_PATH}/:id`, async (request, reply) => {
    const report = await askReport(gateway, askedIn(request), askingOf(request));
    const view = documentView(report, {
      ...{ mayWrite: mayWrite(request), mayFreeze: mayFreeze(request), did: queryOf(request).did },
      nameOf,
    });
    return sendPage(reply, page(request, 'reports/document.njk', view));
  });
}

/** Which version of a report an address asks for, and for whom. */
interface Asked {
  readonly id: string;
  readonly version: number | null;
  readonly isPublic: boolean;
}

function askedIn(request: FastifyRequest<OfReport>): Asked {
  const query = queryOf(request);
  const { version } = query;
  const isNumber = typeof version === 'string' && /^[1-9]\d{0,5}$/.test(version);
  return {
    ...{ id: request.params.id, version: isNumber ? Number(version) : null },
    isPublic: isForPublic(query),
  };
}

/** A report as it stands. Throws `NotFound` where there is none. */
export async function askReport(gateway: Gateway, asked: Asked, asking: Asking): Promise<ReportDocument> {
  const { report } = await gateway.ask(ReportPageDocument, asked, asking);
  if (report === null) throw new NotFound();
  return report;
}
