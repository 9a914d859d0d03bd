import { type List, type ListPage, type PageArguments, readList } from '../../../platform/lists/list';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { PartnerEventRow } from '../tables';

const TABLE = 'access.partner_event';

/**
 * In the order in which they were told. One process at a time tells, in transactions that wait for each other, so that nobody who
 * reads on from a cursor passes over what is committed late.
 */
const EVENTS: List<PartnerEventRow, PartnerEventRow> = {
  field: 'partnerEvents',
  table: TABLE,
  order: { place: 'bigint' },
  direction: 'asc',
  select: (rows) => `select * from ${TABLE} ${rows}`,
  keyOf: ({ place }) => [place],
  nodeOf: (event) => event,
};

/** What the caller's partner was told: row security shows nobody another's. */
export const listEvents = (
  context: Pick<OperationContext, 'transaction'>,
  paging: PageArguments,
): Promise<ListPage<PartnerEventRow>> => readList(context, EVENTS, { paging });
