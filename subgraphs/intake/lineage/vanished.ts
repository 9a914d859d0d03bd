import { type List, type ListPage, type PageArguments, readList } from '../../../platform/lists/list';
import type { OperationContext } from '../../../platform/server/subgraph';
import { isRetractedLine } from '../coverage/retracted-line';
import type { RecordKey } from './loaders';

interface VanishedWithRun extends RecordKey {
  readonly since_run_id: number;
}

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
      conditions.add(`not ${isRetractedLine('vanished_row', 'owner')}`);
      conditions.isOneOf('source', sources, 'text');
    },
  });
}
