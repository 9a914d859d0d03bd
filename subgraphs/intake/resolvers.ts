import { badUserInput } from '../../platform/server/errors';
import type { OperationContext } from '../../platform/server/subgraph';
import type { ImportRun, ImportState, Resolvers } from './__generated__/resolver-types';
import { calls } from './calls/resolvers';
import { faults, faultTotal } from './faults/faults';
import { quarantinedRow, quarantinedRows, quarantineTotal } from './faults/quarantine';
import type { ImportRunRow, RunState, RunTallyRow } from './tables/ledger';

const MOST_RUNS = 200;

interface Tally {
  readonly name: string;
  readonly count: number;
}

interface RunWithTallies extends ImportRunRow {
  readonly faults: readonly Tally[];
  readonly left_out_for: readonly Tally[];
}

const tallies = (kind: RunTallyRow['kind']): string => `
  (select coalesce(json_agg(tally order by tally.count desc, tally.name), '[]')
   from intake.run_tally as tally where tally.run_id = run.id and tally.kind = '${kind}')`;

/** Tallies come with their runs: one query, whatever is asked for. */
const RUNS = `
  select run.*, ${tallies('fault')} as faults, ${tallies('left_out')} as left_out_for
  from intake.import_run as run order by run.id desc limit $1`;

async function imports({ transaction }: OperationContext, first: number | null): Promise<ImportRun[]> {
  // GraphQL lets a caller write null where a default stands.
  if (first === null || first < 1 || first > MOST_RUNS)
    throw badUserInput(`\`first\` is from 1 to ${MOST_RUNS}.`);
  const rows = await transaction.query<RunWithTallies>(RUNS, [first]);
  return rows.map(asImportRun);
}

const STATES: Readonly<Record<RunState, ImportState>> = {
  running: 'RUNNING',
  loaded: 'LOADED',
  refused: 'REFUSED',
  failed: 'FAILED',
  interrupted: 'INTERRUPTED',
};

function asImportRun(row: RunWithTallies): ImportRun {
  const { id, source, file, sha256, refusal, read, loaded, updated, copies, quarantined } = row;
  const tallied = row.state === 'loaded';
  return {
    ...{ source, file, sha256, refusal, read, loaded, updated, copies, quarantined },
    id: String(id),
    state: STATES[row.state],
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    leftOut: row.left_out,
    leftOutFor: tallied ? [...row.left_out_for] : null,
    faults: tallied ? [...row.faults] : null,
  };
}

export const resolvers: Resolvers = {
  Query: {
    imports: (_, { first }, context) => imports(context, first ?? null),
    calls,
    faults: (_, args, context) => faults(context, args),
    quarantinedRows: (_, args, context) => quarantinedRows(context, args),
    quarantinedRow: (_, { id }, context) => quarantinedRow(context, id),
  },
  ImportFaultConnection: { totalCount: (page, _, context) => faultTotal(page, context) },
  QuarantinedRowConnection: { totalCount: (page, _, context) => quarantineTotal(page, context) },
  QuarantinedRow: { cells: ({ id }, _, { cells }) => cells.load(id) },
};
