import { recordAudit } from '../../../platform/audit/record';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import {
  type AgreementPlan,
  type AgreementUnusable,
  basisUnusable,
  checkAgreement,
  nothingToChange,
  type WrittenAgreement,
} from './check-agreement';
import { type AgreementShown, lockAgreement, readAgreement } from './read-agreements';
import { type AgreementChanged, agreementChanged } from './refusals';

/** An agreement that stands as was asked for. */
export interface AgreementSaved {
  readonly __typename: 'AgreementSaved';
  readonly agreement: AgreementShown;
}

/** Makes an agreement, or a further version of one, unless it stands so already. */
export async function saveAgreement(
  context: OperationContext,
  {
    partner,
    basedOnVersion,
    agreement: written,
  }: { readonly partner: string; readonly basedOnVersion: number; readonly agreement: WrittenAgreement },
): Promise<AgreementSaved | AgreementUnusable | AgreementChanged> {
  const plan = basisUnusable(basedOnVersion) ?? checkAgreement(partner, written);
  if ('__typename' in plan) return plan;
  const { transaction, identity } = context;
  const standing = await lockAgreement(transaction, partner);
  if (standing === null && basedOnVersion !== 0) return nothingToChange();
  if (standing !== null && standsSo(standing, plan)) return saved(standing);
  if (standing !== null && standing.version !== basedOnVersion) return agreementChanged(standing);
  const version = (standing?.version ?? 0) + 1;
  await recordAudit(context, {
    ...{ schema: 'access', action: 'AGREEMENT_SAVE' },
    recordIds: [`${partner}/${version}`],
  });
  await insertAgreement(transaction, { plan, version, madeBy: identity.subject });
  const made = await readAgreement(transaction, partner);
  if (made === null) throw new Error('An agreement that was made is not there');
  return saved(made);
}

/** Makes an agreement where there never was one with the partner: one that was ended stays so. */
export async function seedAgreement(
  transaction: Transaction,
  { partner, ...written }: WrittenAgreement & { readonly partner: string },
): Promise<void> {
  const plan = checkAgreement(partner, written);
  if ('__typename' in plan) throw new Error(`The agreement with ${partner} cannot be made: ${plan.message}`);
  if ((await lockAgreement(transaction, partner)) !== null) return;
  await insertAgreement(transaction, { plan, version: 1, madeBy: 'seed' });
}

const COLUMNS = [
  ...(['partner', 'name', 'purpose', 'lawful_basis', 'streams', 'parts', 'small_numbers_below'] as const),
  ...(['starts_on', 'ends_on', 'signed_for_council', 'signed_for_partner'] as const),
];

async function insertAgreement(
  transaction: Transaction,
  {
    plan,
    version,
    madeBy,
  }: { readonly plan: AgreementPlan; readonly version: number; readonly madeBy: string },
): Promise<void> {
  const values = [...COLUMNS.map((column) => plan[column]), version, madeBy];
  await transaction.query(
    `insert into access.agreement (${COLUMNS.join(', ')}, version, made_by, made_at)
     values (${values.map((_, place) => `$${place + 1}`).join(', ')}, clock_timestamp())`,
    values,
  );
}

/** One that was ended does not stand, whatever it says: saved again, it begins anew. */
const standsSo = (standing: AgreementShown, plan: AgreementPlan): boolean =>
  standing.ended_at === null &&
  COLUMNS.every((column) => JSON.stringify(standing[column]) === JSON.stringify(plan[column]));

const saved = (agreement: AgreementShown): AgreementSaved => ({ __typename: 'AgreementSaved', agreement });
