import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  DOCUMENT_KINDS,
  DOCUMENT_TYPES,
  type DocumentKind,
  documentName,
} from '../../documents/document-kinds';
import type { Report } from '../../documents/from-report/report';
import { reportDocument } from '../../documents/from-report/report-document';
import { createWriter } from '../../documents/write-document';
import { ReportDocumentDocument } from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { ROW_COUNT } from '../note-files';
import { type PageMakers, queryOf, steadyAskingOf } from '../page-makers';
import { isForPublic } from '../reports/paths';

/** A report to take away, in each kind of file: as it stands, one of its versions, or as it may be published. */
export function addReportDocuments(
  app: FastifyInstance,
  { gateway, council, clock, nameOf }: Pick<PageMakers, 'gateway' | 'council' | 'clock' | 'nameOf'>,
): void {
  const write = createWriter();
  const ask = async (request: FastifyRequest<{ Params: { id: string } }>): Promise<Report> => {
    const variables = { id: request.params.id, ...askedVersion(queryOf(request)) };
    const { report } = await gateway.ask(ReportDocumentDocument, variables, steadyAskingOf(request));
    if (report === null) throw new NotFound();
    return report;
  };
  const send = async (report: Report, kind: DocumentKind, reply: FastifyReply): Promise<FastifyReply> => {
    const file = await write(reportDocument(report, council, nameOf), kind, { madeAt: clock.now() });
    return reply
      .header('content-disposition', `attachment; filename="${documentName(report, kind)}"`)
      .header(ROW_COUNT, rowsOf(report))
      .type(DOCUMENT_TYPES[kind])
      .send(file);
  };
  for (const kind of DOCUMENT_KINDS)
    app.get<{ Params: { id: string } }>(`/reports/:id.${kind}`, async (request, reply) =>
      send(await ask(request), kind, reply),
    );
}

/** Which version is asked for. Throws `NotFound` where it is none: the newest is not given in its place. */
function askedVersion(query: Readonly<Record<string, unknown>>): {
  version: number | null;
  isPublic: boolean;
} {
  const isPublic = isForPublic(query);
  if (query.version === undefined) return { version: null, isPublic };
  if (!/^[1-9]\d{0,5}$/.test(String(query.version))) throw new NotFound();
  return { version: Number(query.version), isPublic };
}

const rowsOf = ({ sections }: Report): number =>
  sections.reduce((sum, { tables }) => sum + tables.reduce((rows, table) => rows + table.rows.length, 0), 0);
