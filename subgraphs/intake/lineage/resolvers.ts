import type {
  EarlierStateResolvers,
  ImportFaultResolvers,
  LineageResolvers,
} from '../__generated__/resolver-types';
import type { Context } from '../context';
import { streamOf } from '../lists/stream';
import type { ListedRun } from '../runs/list-runs';
import { decidedWord } from './decided-word';
import type { RecordKey } from './loaders';

const COPY = 'CONFLICTING_COPY';

async function importOf(key: RecordKey, { lineage, runs }: Context): Promise<ListedRun | null> {
  const held = await lineage.held.load(key);
  return held === null ? null : runs.load(held.runId);
}

const lineage: LineageResolvers = {
  __resolveReference: ({ source, record }) => ({ source, record }),
  stream: async (key, args, context, info) =>
    streamOf({ owner: (await context.lineage.held.load(key))?.owner ?? null }, args, context, info),
  owner: async (key, _, { lineage }) => (await lineage.held.load(key))?.owner ?? null,
  line: async (key, _, { lineage }) => (await lineage.held.load(key))?.line ?? null,
  import: (key, _, context) => importOf(key, context),
  run: (key, _, context) => importOf(key, context),
  file: async (key, _, { lineage, runs }) => {
    const held = await lineage.held.load(key);
    return held === null ? null : ((await runs.load(held.runId))?.file ?? null);
  },
  correction: async (key, _, { lineage, amendments }) => {
    const amendmentId = (await lineage.held.load(key))?.amendmentId ?? null;
    return amendmentId === null ? null : amendments.load(amendmentId);
  },
  cells: (key, _, { lineage }) => lineage.cells.load(key),
  faults: async (key, _, { lineage }) => {
    const held = await lineage.held.load(key);
    return held === null ? null : lineage.faults.load(held);
  },
  earlier: (key, _, { lineage }) => lineage.earlier.load(key),
  vanishedSince: async (key, _, { lineage, runs }) => {
    const run = await lineage.vanishedSince.load(key);
    return run === null ? null : runs.load(run);
  },
  likelyDuplicates: async (key, _, { lineage, duplicates }) =>
    (await lineage.held.load(key)) === null ? null : duplicates.load(key),
};

const earlier: EarlierStateResolvers = {
  import: ({ runId }, _, { runs }) => runs.load(runId),
  run: ({ runId }, _, { runs }) => runs.load(runId),
  replacedBy: ({ replacedById }, _, { runs }) => runs.load(replacedById),
};

const fault: ImportFaultResolvers = {
  stream: streamOf,
  import: ({ run }, _, { runs }) => runs.load(Number(run)),
  record: ({ run, line }, _, { lineage: held }) => held.recordAt.load({ runId: Number(run), line }),
  replacedBy: ({ replacedById }, _, { runs }) => (replacedById === null ? null : runs.load(replacedById)),
  decision: (listed) => decidedWord(listed),
  cells: ({ id, code }, _, { copyCells }) => (code === COPY ? copyCells.load(id) : null),
  amendments: ({ id, code }, _, { amendmentsOfCopy }) => (code === COPY ? amendmentsOfCopy.load(id) : []),
};

export const lineages = { lineage, earlier, fault };
