import { countedWhenAsked, readList } from '../../../platform/lists/list';
import type { JobResolvers, MutationResolvers, QueryResolvers } from '../__generated__/resolver-types';
import { addImportJob, loadKeptFile } from './add-job';
import { canBeCancelled, cancelJob, seeJob } from './cancel-job';
import { JOBS, jobsOf, UNDER_WAY, unseenJobsOf } from './listed-job';
import { jobNotFound } from './refusals';
import { startWork } from './start-work';

const NUMBER = /^\d{1,15}$/;

const KINDS = {
  import: 'IMPORT',
  dry_run: 'DRY_RUN',
  undo: 'UNDO',
  search: 'SEARCH',
  rebuild: 'REBUILD',
} as const;

const STATES = {
  waiting: 'WAITING',
  working: 'WORKING',
  cancelling: 'CANCELLING',
  done: 'DONE',
  refused: 'REFUSED',
  failed: 'FAILED',
  cancelled: 'CANCELLED',
} as const;

const queries: QueryResolvers = {
  jobs: (_, { first, after, underWay }, context) =>
    readList(context, JOBS, {
      paging: { first, after },
      filter: { underWay: underWay ?? null },
      narrow: () => (conditions) => {
        if (typeof underWay === 'boolean') conditions.add(underWay ? UNDER_WAY : `not ${UNDER_WAY}`);
      },
    }),
  job: async (_, { id }, { transaction }) =>
    NUMBER.test(id) ? ((await jobsOf(transaction, [Number(id)]))[0] ?? null) : null,
  importRun: (_, { id }, { runs }) => (NUMBER.test(id) ? runs.load(Number(id)) : null),
  unseenJobs: (_, _args, { transaction, identity }) => unseenJobsOf(transaction, identity.subject),
};

const mutations: MutationResolvers = {
  addImportJob: (_, upload, context) => addImportJob(context, upload),
  loadKeptFile: (_, { id }, context) => (NUMBER.test(id) ? loadKeptFile(context, Number(id)) : jobNotFound),
  startDuplicateSearch: (_, _args, context) => startWork(context, 'search'),
  startRebuild: (_, _args, context) => startWork(context, 'rebuild'),
  cancelJob: (_, { id }, context) => (NUMBER.test(id) ? cancelJob(context, Number(id)) : jobNotFound),
  seeJob: (_, { id }, context) => (NUMBER.test(id) ? seeJob(context, Number(id)) : jobNotFound),
};

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

const job: JobResolvers = {
  id: ({ id }) => String(id),
  kind: ({ kind }) => KINDS[kind],
  state: ({ state }) => STATES[state],
  bytes: ({ bytes }) => (bytes === null ? null : Number(bytes)),
  askedBy: ({ asked_by }) => asked_by,
  askedAt: ({ asked_at }) => asked_at.toISOString(),
  startedAt: ({ started_at }) => instant(started_at),
  endedAt: ({ ended_at }) => instant(ended_at),
  // How many there will be is known once all of the file, or of what is searched, is read.
  progress: ({ state, done, expected }) =>
    state !== 'working' || done === null
      ? null
      : { step: expected === null ? 'READING' : 'RECORDING', done, of: expected },
  outcome: ({ outcome }) =>
    outcome && {
      ...outcome,
      leftOutFor: [...outcome.leftOutFor],
      notes: [...outcome.notes],
      faults: outcome.faults.map((fault) => ({ ...fault, first: [...fault.first] })),
    },
  import: ({ run_id }, _, { runs }) => (run_id === null ? null : runs.load(Number(run_id))),
  canBeCancelled,
  fileKeptUntil: ({ upload, kept_until }) => (upload === null ? null : instant(kept_until)),
  cancelledBy: ({ cancelled_by }) => cancelled_by,
};

export const jobs = { queries, mutations, job, connection: countedWhenAsked };
