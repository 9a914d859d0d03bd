import { recordAudit } from '../../../platform/audit/record';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Context } from '../context';
import { type CheckedTarget, checkTarget, type TargetInput, type TargetUnusable } from './check-target';
import { inMillionths, readTargets, type Target } from './targets';

export interface TargetChanged extends Refused<'TargetChanged'> {
  readonly target: Target;
}

/** A target that was set or ended, with the name of its type for the unions that it is in. */
export type TargetKept = Target & { readonly __typename: 'Target' };

const kept = (target: Target): TargetKept => ({ __typename: 'Target', ...target });

/**
 * Sets a target or changes it, unless it stands so already; one that was ended holds again. Who has read an older version
 * than the one that stands is shown that one, and nothing is changed.
 */
export async function saveTarget(
  context: Context,
  { target: asked, basedOnVersion }: { readonly target: TargetInput; readonly basedOnVersion: number },
): Promise<TargetKept | TargetUnusable | TargetChanged> {
  const checked = checkTarget(asked, (await context.reference()).known);
  if ('code' in checked) return checked;
  const id = idOf(checked);
  const standing = await lockedTarget(context, id);
  if (standing !== null && isSame(standing, checked)) return kept(standing);
  if ((standing?.version ?? 0) !== basedOnVersion && standing !== null) return targetChanged(standing);
  return keep(context, { id, checked, version: (standing?.version ?? 0) + 1, isEnded: false });
}

/** Ends a target, unless it was ended already. */
export async function endTarget(
  context: Context,
  asked: { readonly id: string; readonly basedOnVersion: number; readonly reason: string },
): Promise<TargetKept | TargetChanged | Refused<'UnknownTarget'> | Refused<'ReasonUnusable'>> {
  const { id, basedOnVersion, reason } = asked;
  const refused = reasonUnusable(reason);
  if (refused !== null) return refused;
  const standing = await lockedTarget(context, id);
  if (standing === null) return unknownTarget();
  if (standing.isEnded) return kept(standing);
  if (standing.version !== basedOnVersion) return targetChanged(standing);
  await copyAsEnded(context, { id, reason: reason.trim() });
  await recordAudit(context, { schema: 'insight', action: 'TARGET_END', recordIds: [id] });
  return found(context, id);
}

/** What a target is of, and of which year: there is one for each. */
function idOf({ measure, financialYear, stream, stage, directorateId, serviceId }: CheckedTarget): string {
  const place = directorateId === null ? serviceId && `service:${serviceId}` : `directorate:${directorateId}`;
  return [measure, financialYear, stream ?? 'all', stage ?? 'all', place ?? 'all'].join('.');
}

const isSame = (standing: Target, { value, tolerance, source }: CheckedTarget): boolean =>
  !standing.isEnded &&
  inMillionths(standing.value) === inMillionths(value) &&
  inMillionths(standing.tolerance) === inMillionths(tolerance) &&
  standing.source === source;

/** The target as it stands, while nobody else can decide on any. */
async function lockedTarget(context: Context, id: string): Promise<Target | null> {
  await lockName(context.transaction, 'insight.targets');
  return targetOf(context, id);
}

/** One target, ended or not; null where there never was one. */
export async function targetOf({ transaction, reference }: Context, id: string): Promise<Target | null> {
  const targets = await readTargets(transaction, (await reference()).known);
  return targets.find((target) => target.id === id) ?? null;
}

interface Decided {
  readonly id: string;
  readonly checked: CheckedTarget;
  readonly version: number;
  readonly isEnded: boolean;
}

async function keep(context: Context, { id, checked, version, isEnded }: Decided): Promise<TargetKept> {
  const { transaction, identity, clock } = context;
  const { measure, financialYear, stream, stage, directorateId, serviceId, value, tolerance, source } =
    checked;
  await transaction.query(
    `insert into insight.target_decision
       (id, version, measure, financial_year, stream, stage, directorate_id, service_id, value_millionths,
        tolerance_millionths, reason, is_ended, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[id, version, measure, financialYear, stream, stage, directorateId, serviceId],
      ...[inMillionths(value), inMillionths(tolerance), source, isEnded, identity.subject, clock.now()],
    ],
  );
  await recordAudit(context, { schema: 'insight', action: 'TARGET_SAVE', recordIds: [id] });
  return found(context, id);
}

/** Adds a decision that ends the target, with all else as the newest one has it. */
const copyAsEnded = (
  { transaction, identity, clock }: Context,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<unknown> =>
  transaction.query(
    `insert into insight.target_decision
       (id, version, measure, financial_year, stream, stage, directorate_id, service_id, value_millionths,
        tolerance_millionths, reason, is_ended, decided_by, decided_at)
     select id, version + 1, measure, financial_year, stream, stage, directorate_id, service_id, value_millionths,
       tolerance_millionths, $2::text, true, $3::text, $4::timestamptz
     from insight.target_decision where id = $1 order by version desc limit 1`,
    [id, reason, identity.subject, clock.now()],
  );

async function found(context: Context, id: string): Promise<TargetKept> {
  const target = await targetOf(context, id);
  if (target === null) throw new Error('A target that was kept is not there');
  return kept(target);
}

const targetChanged = (target: Target): TargetChanged => ({
  __typename: 'TargetChanged',
  code: 'TARGET_CHANGED',
  message: 'Somebody else decided on the target meanwhile. Look at how it stands by now, and change that.',
  target,
});

const unknownTarget = (): Refused<'UnknownTarget'> => ({
  __typename: 'UnknownTarget',
  code: 'UNKNOWN_TARGET',
  message: 'There never was a target with that id. Take one that `targets` lists.',
});
