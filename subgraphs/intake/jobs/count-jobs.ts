import { defineGauge } from '../../../platform/metrics/gauge';
import type { PartGauge } from '../../../platform/server/subgraph';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import type { JobKind, JobState } from '../tables/jobs';

const KINDS: readonly JobKind[] = ['import', 'dry_run', 'undo', 'search', 'rebuild'];
/** Those that are still to be done, and those that somebody has to look at. */
const STATES: readonly JobState[] = ['waiting', 'working', 'cancelling', 'refused', 'failed'];

const jobs = defineGauge({
  name: 'complaints_jobs',
  help: 'Imports and other long work that waits or is being done, and what failed or was refused within a day.',
  labels: { kind: KINDS, state: STATES },
});

/** Counts long work by kind and how it stands; a kind and state without any is told as 0. */
export const jobGauge: PartGauge = {
  role: IMPORT_SCOPE.role,
  async read(transaction) {
    const rows = await transaction.query<{ kind: JobKind; state: JobState; count: string }>(
      `select kind, state, count(*)::text as count from intake.job
       where state in ('waiting', 'working', 'cancelling')
         or (state in ('refused', 'failed') and ended_at > clock_timestamp() - interval '1 day')
       group by kind, state`,
    );
    const countOf = (kind: JobKind, state: JobState) =>
      Number(rows.find((row) => row.kind === kind && row.state === state)?.count ?? 0);
    return jobs(
      KINDS.flatMap((kind) => STATES.map((state) => [{ kind, state }, countOf(kind, state)] as const)),
    );
  },
};
