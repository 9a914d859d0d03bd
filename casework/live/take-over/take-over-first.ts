import { caseOf } from '../../../domain/procedure/case-of';
import type { CaseCaller, Command } from '../../../domain/procedure/command';
import type { CaseEvent } from '../../../domain/procedure/events';
import type { StreamContext } from '../../reading/loaders';
import { decideOn, shownPermitted } from '../case-work';
import { systemOf } from '../read-case';
import { type CommandResult, commandRefused, complaintChanged } from '../refusals';
import type { CaseWork } from '../write-entry';
import { begunBy, takeOverComplaints } from './take-over-complaints';

/** A command on a complaint that is not live. */
interface Asked {
  readonly id: string;
  /** 0: nothing of it has happened here; null where that does not matter. */
  readonly version: number | null;
  readonly command: Command;
}

/** What goes on with a complaint that had ended before its system was taken over. */
const GOES_ON: ReadonlySet<CaseEvent> = new Set(['escalate', 'reopen']);

/**
 * Makes a live one of a complaint that had ended when its system was taken over, where somebody takes it further: true then. False
 * where it is none such, and stays as it is. A command that would be refused, or that saw another version, is told so, and
 * changes nothing.
 */
export async function takeOverFirst(
  context: StreamContext,
  work: CaseWork,
  { asked, caller }: { readonly asked: Asked; readonly caller: CaseCaller },
): Promise<boolean | CommandResult> {
  const { id, version, command } = asked;
  if (caller.role !== 'officer' || !GOES_ON.has(command.event)) return false;
  if (!(await isTakenOver(work, id))) return false;
  const [begun] = (await begunBy(work, { complaintIds: [id], by: caller.subject })).begun;
  if (begun === undefined) return false;
  if (version !== null && version !== 0) return complaintChanged(0, []);
  const state = caseOf({ procedure: work.procedure, entries: [begun.entry] });
  const decision = decideOn(work, { command, state, caller });
  if (decision.isRefused)
    return commandRefused(decision.refusal, shownPermitted(context.stream, { state, caller }));
  await work.transaction.query(`savepoint ${BEFORE}`);
  const { complaintIds } = await takeOverComplaints(work, { complaintIds: [id], by: caller.subject });
  return complaintIds.length > 0;
}

/** Where a transaction stood before it made a live one of a complaint. */
const BEFORE = 'before_taking_over';

/** Has the complaint as it was before `takeOverFirst`, where the command that takes it further is refused after all. */
export async function undoTakeOver({ transaction }: Pick<CaseWork, 'transaction'>): Promise<void> {
  await transaction.query(`rollback to savepoint ${BEFORE}`);
}

/** Whether the system that keeps the complaint was taken over. */
async function isTakenOver({ transaction, stream: { name: schema } }: CaseWork, complaintId: string) {
  const source = await systemOf(transaction, { schema, complaintId });
  const rows = await transaction.query(`select from "${schema}".system_taken_over where source = $1`, [
    source,
  ]);
  return rows.length > 0;
}
