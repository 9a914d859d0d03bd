import { type List, type ListPage, type PageArguments, readList } from '../../../platform/lists/list';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { PartnerRequestRow } from '../tables';

const TABLE = 'access.partner_request';

const REQUESTS: List<PartnerRequestRow, PartnerRequestRow> = {
  field: 'partnerRequests',
  table: TABLE,
  order: { at: 'timestamptz', id: 'text' },
  direction: 'desc',
  select: (rows) => `select * from ${TABLE} ${rows}`,
  keyOf: ({ at, id }) => [at.toISOString(), id],
  nodeOf: (request) => request,
};

/** What partners asked, the newest first, as far as the caller may see it: row security shows a partner its own. */
export const listRequests = (
  context: Pick<OperationContext, 'transaction'>,
  { partner = null, ...paging }: PageArguments & { readonly partner?: string | null | undefined },
): Promise<ListPage<PartnerRequestRow>> =>
  readList(context, REQUESTS, {
    ...{ paging, filter: { partner } },
    narrow: () => (conditions) => {
      if (partner !== null) conditions.add(`partner = ${conditions.bind(partner, 'text')}`);
    },
  });
