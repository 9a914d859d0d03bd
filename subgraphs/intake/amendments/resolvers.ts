import { readBeginning, readList } from '../../../platform/lists/list';
import type {
  AmendedResolvers,
  AmendmentResolvers,
  MutationResolvers,
  QueryResolvers,
} from '../__generated__/resolver-types';
import { jobOfAmendment } from '../jobs/listed-job';
import { givenOnce } from '../lists/renamed';
import { streamOf } from '../lists/stream';
import { AMENDMENTS } from './amendment';
import { confirmCopy, separateCopy } from './copy';
import { correctQuarantinedRow, dismissQuarantinedRow, reopenQuarantinedRow } from './quarantined-row';
import { undoImport } from './undo-import';

const NUMBER = /^\d{1,15}$/;

const KINDS = {
  correct: 'CORRECT',
  dismiss: 'DISMISS',
  reopen: 'REOPEN',
  confirm: 'CONFIRM',
  separate: 'SEPARATE',
  undo: 'UNDO',
} as const;

const STATES = { pending: 'PENDING', done: 'DONE', refused: 'REFUSED', undone: 'UNDONE' } as const;

const queries: QueryResolvers = {
  amendments: (_, { first }, context) => readBeginning(context, AMENDMENTS, first),
  amendmentsConnection: (_, paging, context) => readList(context, AMENDMENTS, { paging }),
  amendment: (_, { id }, { amendments: byId }) => (NUMBER.test(id) ? byId.load(Number(id)) : null),
};

const faultOf = (faultId: string | null | undefined, fault: string | null | undefined): string =>
  givenOnce({ name: 'faultId', value: faultId, before: { name: 'fault', value: fault } });

const mutations: MutationResolvers = {
  correctQuarantinedRow: (_, request, context) => correctQuarantinedRow(context, request),
  dismissQuarantinedRow: (_, request, context) => dismissQuarantinedRow(context, request),
  reopenQuarantinedRow: (_, request, context) => reopenQuarantinedRow(context, request),
  confirmCopy: (_, { faultId, fault, ...request }, context) =>
    confirmCopy(context, { ...request, fault: faultOf(faultId, fault) }),
  separateCopy: (_, { faultId, fault, ...request }, context) =>
    separateCopy(context, { ...request, fault: faultOf(faultId, fault) }),
  undoImport: (_, { id, run, reason }, context) =>
    undoImport(context, {
      run: givenOnce({ name: 'id', value: id, before: { name: 'run', value: run } }),
      reason,
    }),
};

const amendment: AmendmentResolvers = {
  id: ({ id }) => String(id),
  kind: ({ kind }) => KINDS[kind],
  state: ({ state }) => STATES[state],
  decidedBy: ({ decided_by }) => decided_by,
  decidedAt: ({ decided_at }) => decided_at.toISOString(),
  stream: streamOf,
  import: ({ run_id }, _, { runs }) => (run_id === null ? null : runs.load(run_id)),
  run: ({ run_id }) => (run_id === null ? null : String(run_id)),
  row: ({ row_id }, _, { quarantined }) => (row_id === null ? null : quarantined.load(row_id)),
  undoesImport: ({ undoes_run_id }, _, { runs }) =>
    undoes_run_id === null ? null : runs.load(undoes_run_id),
  undoes: ({ undoes_run_id }) => (undoes_run_id === null ? null : String(undoes_run_id)),
};

const amended: AmendedResolvers = {
  job: ({ amendment: { kind, id } }, _, { transaction }) =>
    kind === 'undo' ? jobOfAmendment(transaction, id) : null,
};

export const amendments = { queries, mutations, amendment, amended };
