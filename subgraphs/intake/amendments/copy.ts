import { recordAudit } from '../../../platform/audit/record';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { Context } from '../context';
import type { AmendmentRow } from '../tables/amendments';
import type { FaultRow } from '../tables/rows';
import { decide } from './amendment';
import { type Correction, type CorrectionRefused, type CorrectionRequest, correct } from './correction';
import { type Amended, amended } from './quarantined-row';
import { amendedAlready, beingUndone, copyNotFound, type DecidedAlready } from './refusals';
import { isBeingUndone, lockRuns } from './run-lock';

type Outcome = Amended | Refused<'CopyNotFound' | 'ReasonUnusable' | 'BeingUndone'> | DecidedAlready;

/** A conflicting copy with the source of its run. */
type Copy = Pick<FaultRow, 'run_id' | 'place' | 'owner' | 'line' | 'state' | 'amendment_id'> & {
  readonly source: string;
  readonly raw: object;
};

/** Confirms that a conflicting copy is one: the row that holds is right. */
export async function confirmCopy(
  context: Context,
  request: { readonly fault: string; readonly reason: string },
): Promise<Outcome> {
  const found = await openCopy(context, request, (before) => before.kind === 'confirm');
  if (!('target' in found)) return found;
  return decideCopy(context, found.target, { kind: 'confirm', reason: request.reason, state: 'confirmed' });
}

/** Says that a conflicting copy is another record, and what its cells should read. */
export function separateCopy(
  context: Context,
  request: CorrectionRequest & { readonly fault: string },
): Promise<Outcome | CorrectionRefused> {
  return correct<Copy, Outcome>(context, request, {
    open: (isSame) => openCopy(context, request, (before) => before.kind === 'separate' && isSame(before)),
    accept: (copy, correction) =>
      decideCopy(context, copy, {
        ...{ kind: 'separate', state: 'separating', reason: request.reason },
        ...correction,
      }),
  });
}

const FAULT_ID = /^(\d{1,15})-(\d{1,9})$/;

/** The copy, locked against others who decide on it; or why nothing can be decided. */
async function openCopy(
  { transaction, amendments }: Context,
  { fault, reason }: { readonly fault: string; readonly reason: string },
  isRepeated: (before: AmendmentRow) => boolean,
): Promise<Outcome | { readonly target: Copy }> {
  const unusable = reasonUnusable(reason);
  if (unusable !== null) return unusable;
  const [, run, place] = FAULT_ID.exec(fault) ?? [];
  if (run === undefined) return copyNotFound;
  await lockRuns(transaction, [Number(run)]);
  const [copy] = await transaction.query<Copy>(
    `select fault.run_id, fault.place, fault.owner, fault.line, fault.raw, fault.state, fault.amendment_id, run.source
     from intake.fault join intake.import_run as run on run.id = fault.run_id
     where fault.run_id = $1 and fault.place = $2 and fault.code = 'CONFLICTING_COPY' and fault.raw is not null
     for update of fault`,
    [run, place],
  );
  if (!copy) return copyNotFound;
  if (await isBeingUndone(transaction, [copy.run_id])) return beingUndone;
  if (copy.state === 'open') return { target: copy };
  const before = copy.amendment_id === null ? null : await amendments.load(copy.amendment_id);
  return before !== null && isRepeated(before) ? amended(before) : amendedAlready(before);
}

async function decideCopy(
  context: Context,
  { run_id, place, source, owner }: Copy,
  {
    state,
    ...decided
  }: {
    readonly kind: 'confirm' | 'separate';
    readonly reason: string;
    readonly state: FaultRow['state'];
  } & Partial<Correction>,
): Promise<Amended> {
  const about = { faultRunId: run_id, faultPlace: place };
  const amendment = await decide(context, { ...decided, source, owner, about });
  await context.transaction.query(
    'update intake.fault set state = $3, amendment_id = $4 where run_id = $1 and place = $2',
    [run_id, place, state, amendment.id],
  );
  const action = decided.kind === 'confirm' ? 'COPY_CONFIRM' : 'COPY_SEPARATE';
  await recordAudit(context, { schema: 'intake', action, recordIds: [`${run_id}-${place}`] });
  return amended(amendment);
}
