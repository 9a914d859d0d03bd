import { GraphQLError } from 'graphql';
import type { OperationContext, Resolvers } from '../../platform/server/subgraph';
import type { ImportRunRow, RunTallyRow } from './tables/ledger';

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

async function imports({ transaction }: OperationContext, first: number | null): Promise<object[]> {
  const rows = await transaction.query<RunWithTallies>(RUNS, [checkedFirst(first)]);
  return rows.map(asImportRun);
}

/** GraphQL lets a caller write null where a default stands. */
function checkedFirst(first: number | null): number {
  if (first !== null && first >= 1 && first <= MOST_RUNS) return first;
  throw new GraphQLError(`\`first\` is from 1 to ${MOST_RUNS}.`, {
    extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
  });
}

function asImportRun(row: RunWithTallies): object {
  const { id, source, file, sha256, refusal, read, loaded, updated, copies, quarantined, faults } = row;
  return {
    ...{ id: String(id), source, file, sha256, refusal, read, loaded, updated, copies, quarantined },
    state: row.state.toUpperCase(),
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    leftOut: row.left_out,
    leftOutFor: row.state === 'loaded' ? row.left_out_for : null,
    faults: row.state === 'loaded' ? faults : null,
  };
}

export const resolvers: Resolvers = {
  Query: {
    imports: (_: unknown, { first }: { first: number | null }, context: OperationContext) =>
      imports(context, first),
  },
};
