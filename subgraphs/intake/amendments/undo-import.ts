import { recordAudit } from '../../../platform/audit/record';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { Context } from '../context';
import { addJob } from '../jobs/add-job';
import { runsDependingOn } from '../load/ledger';
import { importRunsOf, type ListedRun } from '../runs/list-runs';
import type { AmendmentRow } from '../tables/amendments';
import type { ImportRunRow } from '../tables/ledger';
import { systemTakenOver } from '../take-over/taken-over';
import { decide } from './amendment';
import { type Amended, amended } from './quarantined-row';
import { amendedAlready, type DecidedAlready, laterRunsDepend, runNotFound, runNotLoaded } from './refusals';
import { lockRuns } from './run-lock';

type Undone =
  | Amended
  | DecidedAlready
  | Refused<'RunNotFound' | 'RunNotLoaded' | 'ReasonUnusable' | 'SystemTakenOver'>
  | ReturnType<typeof laterRunsDepend<ListedRun>>;

const RUN_NUMBER = /^\d{1,15}$/;

/** Undoes an import, unless a later run depends on it or somebody is amending what it brought. */
export async function undoImport(
  context: Context,
  request: { readonly run: string; readonly reason: string },
): Promise<Undone> {
  const unusable = reasonUnusable(request.reason);
  if (unusable !== null) return unusable;
  const run = RUN_NUMBER.test(request.run) ? await runOf(context, Number(request.run)) : null;
  if (run === null) return runNotFound;
  const waiting = await undoOf(context, run.id);
  if (waiting !== null) return amended(waiting);
  if (run.state !== 'loaded') return runNotLoaded(run.id, run.state);
  const gone = await systemTakenOver(context.transaction, run.source);
  if (gone !== null) return gone;
  const inHand = await amendmentInHand(context, run.id);
  if (inHand !== null) return amendedAlready(inHand);
  const later = await importRunsOf(context.transaction, await runsDependingOn(context.transaction, run.id));
  if (later.length > 0) return laterRunsDepend(later, later.map(nameOf));
  const about = { undoesRunId: run.id };
  const { reason } = request;
  const amendment = await decide(context, { kind: 'undo', source: run.source, owner: null, about, reason });
  const { transaction, identity, clock } = context;
  const job = { file: run.file, askedBy: identity.subject, at: clock.now(), amendmentId: amendment.id };
  await addJob(transaction, { kind: 'undo', source: run.source, ...job });
  await recordAudit(context, { schema: 'intake', action: 'IMPORT_UNDO', recordIds: [String(run.id)] });
  return amended(amendment);
}

const nameOf = ({ id, file, kind }: ListedRun): string =>
  kind === 'CORRECTION' ? `run ${id} (a correction to ${file})` : `run ${id} (${file})`;

/** Locked: of two who undo one import the second finds the first one's amendment. */
async function runOf(
  { transaction }: Context,
  id: number,
): Promise<Pick<ImportRunRow, 'id' | 'source' | 'file' | 'state'> | null> {
  await lockRuns(transaction, [id]);
  const rows = await transaction.query<Pick<ImportRunRow, 'id' | 'source' | 'file' | 'state'>>(
    'select id, source, file, state from intake.import_run where id = $1',
    [id],
  );
  return rows[0] ?? null;
}

/** The amendment that undoes the run or has undone it. */
async function undoOf({ transaction }: Context, runId: number): Promise<AmendmentRow | null> {
  const rows = await transaction.query<AmendmentRow>(
    `select * from intake.amendment where undoes_run_id = $1 and state in ('pending', 'done') order by id desc limit 1`,
    [runId],
  );
  return rows[0] ?? null;
}

/** A correction or a separated copy of what the run brought, which waits to be carried out. */
async function amendmentInHand({ transaction }: Context, runId: number): Promise<AmendmentRow | null> {
  const rows = await transaction.query<AmendmentRow>(
    `select amendment.* from intake.amendment
       left join intake.quarantined_row as known on known.id = amendment.row_id
     where amendment.state = 'pending'
       and $1 in (known.first_run_id, known.last_run_id, amendment.fault_run_id)
     order by amendment.id limit 1`,
    [runId],
  );
  return rows[0] ?? null;
}
