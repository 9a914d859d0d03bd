import type { TableRow } from '../../platform/files/table';
import type { RecordSet } from '../../platform/records/record-set';
import { readTabbed } from '../exports/read-tabbed';
import { refusalInGraph } from '../exports/refusal-in-graph';
import { RecordsRefused } from '../graph/ask-records';
import type { Caller } from '../graph/caller';
import type { Graph } from '../graph/graph';
import type { AskedPage } from './asked-page';

/** Rows of a set. */
export interface ReadRows {
  /** What each row holds, in its order: what is shown, and what gives its place. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  /** Whether more follow. */
  readonly hasMore: boolean;
  /** How many the list has on all its pages, where that was asked. */
  readonly counted: number | null;
}

/** What of an asked page rows are read by. */
export type RowsAsked = Pick<
  AskedPage,
  'properties' | 'condition' | 'order' | 'descending' | 'size' | 'place' | 'isCounted'
>;

/** What rows have to hold: what is shown of them, and what a place is told by. */
export const columnsOf = ({ properties, order }: RowsAsked): readonly string[] => [
  ...new Set([...properties.map(({ name }) => name), ...order]),
];

/** Reads a page of records as a caller, and one row more, which says that others follow. Throws a `Refusal` as the part refuses. */
export async function readRecords(
  graph: Pick<Graph, 'page'>,
  { set, asked }: { readonly set: RecordSet; readonly asked: RowsAsked },
  caller: Caller,
): Promise<ReadRows> {
  const { condition, order, descending, size, place } = asked;
  const columns = columnsOf(asked);
  const isCounted = asked.isCounted && place === null;
  const page = {
    ...{ where: condition, columns, order, descending, isCounted },
    ...{ after: place?.after ?? null, limit: size === 0 ? 0 : size + 1 },
  };
  const sent = await graph.page({ set, page }, caller).catch((error: unknown) => {
    throw error instanceof RecordsRefused ? refusalInGraph(error.told) : error;
  });
  const rows: TableRow[] = [];
  for await (const some of readTabbed(sent.records, null)) rows.push(...some);
  return {
    ...{ columns, rows: rows.slice(0, size), hasMore: rows.length > size },
    counted: isCounted ? sent.count : (place?.counted ?? null),
  };
}
