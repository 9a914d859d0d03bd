import { recordAudit } from '../../../platform/audit/record';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import {
  checkWorkshop,
  isPlannedSo,
  type WorkshopPlan,
  type WorkshopUnusable,
  type WrittenWorkshop,
  workshopIdUnusable,
} from './check-workshop';
import { type WorkshopChanged, workshopChanged, workshopNotFound, workshopOver } from './refusals';
import { hasBegun, lockWorkshop, readWorkshop, shown, type WorkshopShown } from './workshops';

/** Plans a workshop, or changes one, unless it is planned so already. */
export async function saveWorkshop(
  context: OperationContext,
  {
    id,
    basedOnVersion,
    plan: written,
  }: { readonly id: string; readonly basedOnVersion: number; readonly plan: WrittenWorkshop },
): Promise<WorkshopShown | WorkshopChanged | WorkshopUnusable> {
  const plan = checkWorkshop(written);
  if ('__typename' in plan) return plan;
  const refused = workshopIdUnusable(id);
  if (refused !== null) return refused;
  const { transaction } = context;
  const standing = await lockWorkshop(transaction, id);
  if (standing !== null && isPlannedSo(standing, plan)) return shown(standing);
  if ((standing?.version ?? 0) !== basedOnVersion && standing !== null) return workshopChanged(standing);
  await recordAudit(context, { schema: 'guidance', action: 'WORKSHOP_SAVE', recordIds: [id] });
  return write(transaction, { sql: standing === null ? INSERT : UPDATE, id, values: valuesOf(plan) });
}

/** Calls a workshop off, unless that was done before. */
export async function cancelWorkshop(
  context: OperationContext,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<
  WorkshopShown | Refused<'WorkshopNotFound'> | Refused<'WorkshopOver'> | Refused<'ReasonUnusable'>
> {
  const refused = reasonUnusable(reason);
  if (refused !== null) return refused;
  const { transaction } = context;
  const standing = await lockWorkshop(transaction, id);
  if (standing === null) return workshopNotFound();
  if (standing.cancelled_because !== null) return shown(standing);
  if (hasBegun(standing, context)) return workshopOver(standing);
  await recordAudit(context, { schema: 'guidance', action: 'WORKSHOP_CANCEL', recordIds: [id] });
  return write(transaction, { sql: CANCEL, id, values: [reason.trim()] });
}

const INSERT = `insert into guidance.workshop (id, version, title, about, starts_at, minutes, place, held_by, seats)
  values ($1, 1, $2, $3, $4, $5, $6, $7, $8)`;
const UPDATE = `update guidance.workshop set version = version + 1, title = $2, about = $3, starts_at = $4, minutes = $5,
  place = $6, held_by = $7, seats = $8 where id = $1`;
const CANCEL = 'update guidance.workshop set cancelled_because = $2, version = version + 1 where id = $1';

const valuesOf = (plan: WorkshopPlan): unknown[] => [
  ...[plan.title, plan.about, plan.starts_at, plan.minutes],
  ...[plan.place, plan.held_by, plan.seats],
];

/** Writes the workshop and gives it as it stands then. */
async function write(
  transaction: Transaction,
  { sql, id, values }: { readonly sql: string; readonly id: string; readonly values: readonly unknown[] },
): Promise<WorkshopShown> {
  await transaction.query(sql, [id, ...values]);
  const row = await readWorkshop(transaction, id);
  if (row === null) throw new Error('A workshop that was written is not there');
  return shown(row);
}
