import { recordAudit } from '../../../platform/audit/record';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { Context } from '../context';
import type { AmendmentRow } from '../tables/amendments';
import type { QuarantinedRow } from '../tables/rows';
import { decide } from './amendment';
import { type CorrectionRefused, type CorrectionRequest, correct } from './correction';
import { amendedAlready, beingUndone, type DecidedAlready, rowNotFound } from './refusals';
import { isBeingUndone, lockRuns } from './run-lock';

/** A decision that was accepted, as the graph shows it. */
export interface Amended {
  readonly __typename: 'Amended';
  readonly amendment: AmendmentRow;
}

export const amended = (amendment: AmendmentRow): Amended => ({ __typename: 'Amended', amendment });

type Outcome = Amended | Refused<'RowNotFound' | 'ReasonUnusable' | 'BeingUndone'> | DecidedAlready;

/** Corrects a quarantined row: what is written there should read otherwise. */
export function correctQuarantinedRow(
  context: Context,
  request: CorrectionRequest & { readonly id: string },
): Promise<Outcome | CorrectionRefused> {
  return correct<QuarantinedRow, Outcome>(context, request, {
    open: (isSame) =>
      openRow(context, request, {
        from: 'open',
        isRepeated: (before) => before.kind === 'correct' && isSame(before),
      }),
    accept: ({ id, source, owner }, correction) => {
      const decision = { kind: 'correct', source, owner, about: { rowId: id }, ...correction } as const;
      return decideRow(context, { decision: { ...decision, reason: request.reason }, state: 'correcting' });
    },
  });
}

interface ReasonRequest {
  readonly id: string;
  readonly reason: string;
}

/** Dismisses a quarantined row: it need not be counted. */
export async function dismissQuarantinedRow(context: Context, request: ReasonRequest): Promise<Outcome> {
  const isRepeated = (before: AmendmentRow) => before.kind === 'dismiss';
  const found = await openRow(context, request, { from: 'open', isRepeated });
  if (!('target' in found)) return found;
  const { id, source, owner } = found.target;
  const decision = { kind: 'dismiss', source, owner, about: { rowId: id }, reason: request.reason } as const;
  return decideRow(context, { decision, state: 'dismissed' });
}

/** Reverses a dismissal. */
export async function reopenQuarantinedRow(context: Context, request: ReasonRequest): Promise<Outcome> {
  const isRepeated = (before: AmendmentRow) => before.kind === 'reopen';
  const found = await openRow(context, request, { from: 'dismissed', isRepeated });
  if (!('target' in found)) return found;
  const { id, source, owner } = found.target;
  const decision = { kind: 'reopen', source, owner, about: { rowId: id }, reason: request.reason } as const;
  return decideRow(context, { decision, state: 'open' });
}

/** The row, locked against others who decide on it; or why nothing can be decided. */
async function openRow(
  { transaction, amendments }: Context,
  { id, reason }: ReasonRequest,
  { from, isRepeated }: { from: QuarantinedRow['state']; isRepeated: (before: AmendmentRow) => boolean },
): Promise<Outcome | { readonly target: QuarantinedRow }> {
  const unusable = reasonUnusable(reason);
  if (unusable !== null) return unusable;
  const [found] = await transaction.query<Pick<QuarantinedRow, 'first_run_id' | 'last_run_id'>>(
    'select first_run_id, last_run_id from intake.quarantined_row where id = $1',
    [id],
  );
  if (!found) return rowNotFound;
  const runs = [found.first_run_id, found.last_run_id];
  await lockRuns(transaction, runs);
  const [row] = await transaction.query<QuarantinedRow>(
    'select * from intake.quarantined_row where id = $1 for update',
    [id],
  );
  if (!row) return rowNotFound;
  if (await isBeingUndone(transaction, runs)) return beingUndone;
  if (row.state === from) return { target: row };
  const before = row.amendment_id === null ? null : await amendments.load(row.amendment_id);
  return before !== null && isRepeated(before) ? amended(before) : amendedAlready(before);
}

const ACTIONS = {
  correct: 'QUARANTINED_ROW_CORRECT',
  dismiss: 'QUARANTINED_ROW_DISMISS',
  reopen: 'QUARANTINED_ROW_REOPEN',
} as const;

/** Keeps the decision, gives the row its new state, and records both in the audit log. */
async function decideRow(
  context: Context,
  {
    decision,
    state,
  }: {
    decision: Parameters<typeof decide>[1] & {
      readonly kind: keyof typeof ACTIONS;
      readonly about: { readonly rowId: string };
    };
    state: QuarantinedRow['state'];
  },
): Promise<Amended> {
  const { transaction } = context;
  const amendment = await decide(context, decision);
  const { rowId } = decision.about;
  await transaction.query('update intake.quarantined_row set state = $2, amendment_id = $3 where id = $1', [
    rowId,
    state,
    amendment.id,
  ]);
  // What was read of the row in this operation is what it was.
  context.quarantined.clear(rowId);
  context.amendmentsOfRow.clear(rowId);
  await recordAudit(context, { schema: 'intake', action: ACTIONS[decision.kind], recordIds: [rowId] });
  return amended(amendment);
}
