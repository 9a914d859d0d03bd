import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Asking, Gateway } from '../../gateway/gateway';
import { isPartLost } from '../../gateway/part-lost';
import { PAGE_ROWS, type PageLinks, type PagePlace, pageLinks, readPlace } from '../../lists/page-place';
import {
  ReportSinceDocument,
  type ReportSinceQueryVariables,
} from '../../operations/__generated__/operations';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import type { OfReport } from './document';
import { REPORTS_PATH, sinceHref } from './paths';
import { type Since, sinceView } from './since-view';

/** Of each figure so many records are shown beside the others; of one figure alone a page of them. */
const RECORDS_BESIDE_OTHERS = 5;

/** What a frozen report would say otherwise now, figure by figure, to the record. */
export function addReportSince(
  app: FastifyInstance,
  { page, gateway, nameOf }: Pick<PageMakers, 'page' | 'gateway' | 'nameOf'>,
): void {
  app.get<OfReport>(`${REPORTS_PATH}/:id/since`, async (request, reply) => {
    const asked = askedIn(request);
    const since = await askSince(gateway, asked, askingOf(request));
    if (since === null) throw new NotFound();
    const mayOpenImports = signedIn(request).role === 'admin';
    const view = { ...sinceView(since, { ...asked, mayOpenImports, nameOf }), links: linksOf(since, asked) };
    return sendPage(reply, page(request, 'reports/since.njk', view));
  });
}

/** How much of the page's time the imports have to say what wrote the records. */
const SHARE_OF_IMPORTS = 0.7;

/** The differences. Where the imports do not answer they are shown without what wrote their records, and that is said. */
async function askSince(gateway: Gateway, asked: Asked, asking: Asking): Promise<Since | null> {
  const ask = async (because: boolean, share: number) =>
    (await gateway.ask(ReportSinceDocument, { ...variablesOf(asked), because }, { ...asking, share })).since;
  try {
    return await ask(true, SHARE_OF_IMPORTS);
  } catch (error) {
    if (!isPartLost(error)) throw error;
    return ask(false, 1);
  }
}

interface Asked {
  readonly id: string;
  readonly version: number | null;
  readonly cell: string | null;
  readonly place: PagePlace;
}

function askedIn(request: FastifyRequest<OfReport>): Asked {
  const query = queryOf(request);
  return {
    ...{ id: request.params.id, version: versionIn(query.version), cell: cellIn(query.cell) },
    place: readPlace(query),
  };
}

/** Of one figure its records are paged, else the figures are. */
const variablesOf = ({
  id,
  version,
  cell,
  place: { after },
}: Asked): Omit<ReportSinceQueryVariables, 'because'> =>
  cell === null
    ? {
        id,
        version,
        cells: null,
        first: PAGE_ROWS,
        after,
        records: RECORDS_BESIDE_OTHERS,
        recordsAfter: null,
      }
    : { id, version, cells: [cell], first: 1, after: null, records: PAGE_ROWS, recordsAfter: after };

function linksOf(since: Since, { id, version, cell, place }: Asked): PageLinks {
  const difference = since.edges[0]?.node;
  const shown = cell === null ? since : difference?.records;
  return pageLinks({
    ...{
      path: sinceHref(id),
      filter: {},
      parameters: { version, cell },
      place,
      rows: shown?.edges.length ?? 0,
    },
    total: cell === null ? since.totalCount : ofRecords(difference),
    pageInfo: shown?.pageInfo ?? { hasNextPage: false, endCursor: null },
  });
}

const ofRecords = (
  difference: { gained: number; lost: number; countedOtherwise: number } | null | undefined,
): number | null => (difference ? difference.gained + difference.lost + difference.countedOtherwise : null);

const versionIn = (text: unknown): number | null => {
  const version = typeof text === 'string' ? Number(text) : Number.NaN;
  return Number.isSafeInteger(version) && version > 0 && version < 1e9 ? version : null;
};

const cellIn = (text: unknown): string | null => (typeof text === 'string' && text !== '' ? text : null);
