import type {
  EarlierStateResolvers,
  ImportFaultResolvers,
  LineageResolvers,
} from '../__generated__/resolver-types';
import { decidedWord } from './decided-word';

const COPY = 'CONFLICTING_COPY';

const lineage: LineageResolvers = {
  __resolveReference: ({ source, record }) => ({ source, record }),
  owner: async (key, _, { lineage }) => (await lineage.held.load(key))?.owner ?? null,
  line: async (key, _, { lineage }) => (await lineage.held.load(key))?.line ?? null,
  run: async (key, _, { lineage, runs }) => {
    const held = await lineage.held.load(key);
    return held === null ? null : runs.load(held.runId);
  },
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
  run: ({ runId }, _, { runs }) => runs.load(runId),
  replacedBy: ({ replacedById }, _, { runs }) => runs.load(replacedById),
};

const fault: ImportFaultResolvers = {
  decision: (listed) => decidedWord(listed),
  cells: ({ id, code }, _, { copyCells }) => (code === COPY ? copyCells.load(id) : null),
  amendments: ({ id, code }, _, { amendmentsOfCopy }) => (code === COPY ? amendmentsOfCopy.load(id) : []),
};

export const lineages = { lineage, earlier, fault };
