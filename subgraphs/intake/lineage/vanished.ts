import type { OperationContext } from '../../../platform/server/subgraph';
import { type List, type ListPage, type PageArguments, readList } from '../lists/list';
import type { RecordKey } from './loaders';

interface VanishedWithRun extends RecordKey {
  readonly since_run_id: number;
}

/** A line of the coverage list that somebody retracted is settled. */
const RETRACTED = `exists (select from intake.coverage as line
  where vanished_row.owner = 'coverage' and line.retracted
    and vanished_row.identity = line.stream || '/' || line.measure || '/' || to_char(line.recorded_from, 'YYYY-MM-DD'))`;

const LIST: List<VanishedWithRun, RecordKey> = {
  field: 'vanishedRecords',
  table: 'intake.vanished_row',
  order: { since_run_id: 'bigint', identity: 'text' },
  direction: 'asc',
  select: (rows) => `select source, identity as record, since_run_id from intake.vanished_row ${rows}`,
  keyOf: ({ since_run_id, record }) => [since_run_id, record],
  nodeOf: ({ source, record }) => ({ source, record }),
};

/** Lists vanished records by the run that first had none, then by what identifies them. */
export function vanishedRecords(
  context: Pick<OperationContext, 'transaction'>,
  { sources = null, ...paging }: PageArguments & { readonly sources?: readonly string[] | null | undefined },
): Promise<ListPage<RecordKey>> {
  return readList(context, LIST, {
    paging,
    filter: sources,
    narrow: () => (conditions) => {
      conditions.add('until_run_id is null');
      conditions.add(`not ${RETRACTED}`);
      conditions.isOneOf('source', sources, 'text');
    },
  });
}
