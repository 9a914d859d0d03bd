import { isAddressRange } from '../../../platform/identity/address-list';
import { SCOPES_OF_ROLE } from '../../../platform/identity/scopes';
import { isUuid } from '../../../platform/server/named-command';
import type { Refused } from '../../../platform/server/refusal';
import type { KeyLimits } from '../context';
import type { ApiKeyRow } from '../tables';

/** A key as somebody asks for it. */
export interface WrittenKey {
  readonly name: string;
  readonly owner: string;
  readonly role: string;
  readonly streams?: readonly string[] | null | undefined;
  readonly services?: readonly string[] | null | undefined;
  readonly partner?: string | null | undefined;
  readonly addresses?: readonly string[] | null | undefined;
  readonly expiresInDays: number;
  readonly isSandbox?: boolean | null | undefined;
}

/** What a key is for and what it opens, as it can be kept. */
export type KeyPlan = Pick<
  ApiKeyRow,
  'name' | 'owner' | 'role' | 'streams' | 'services' | 'partner' | 'addresses' | 'is_sandbox'
> & { readonly days: number };

export interface KeyUnusable extends Refused<'KeyUnusable'> {
  readonly part: string;
}

/** The role that belongs to an organisation outside. */
const PARTNER = 'partner';
const MOST_CHARACTERS = 100;
const MOST_IN_A_LIST = 50;
const PLAIN_NAME = /^[\w-]{1,64}$/;

/** Null for a text that can name a command. */
export const commandUnusable = (command: string): KeyUnusable | null =>
  isUuid(command) ? null : unusable('command', 'A command is named by a UUID, a new one for each.');

/** Null for a number of days that a key may hold. */
export const daysUnusable = (days: number, { longestKeyDays }: KeyLimits): KeyUnusable | null =>
  days >= 1 && days <= longestKeyDays
    ? null
    : unusable('expiresInDays', `A key holds for 1 to ${longestKeyDays} days here (KEY_MAX_DAYS).`);

/** For a partner with whom nothing is agreed, or no longer. */
export const notAgreed = (): KeyUnusable =>
  unusable('partner', 'No agreement with this partner is in force. Make one first (saveAgreement).');

/** For one with whom there is none that stands, which a key of the sandbox needs too. */
export const nothingStands = (): KeyUnusable =>
  unusable(
    'partner',
    'There is no agreement with this partner that is in force or to come. Make one first (saveAgreement).',
  );

/** The key as it can be kept, or what is wrong with its first part that is. */
export function checkKey(written: WrittenKey, limits: KeyLimits): KeyPlan | KeyUnusable {
  const plan: KeyPlan = {
    ...{ name: written.name.trim(), owner: written.owner.trim(), role: written.role },
    streams: unique(written.streams).map((stream) => stream.toLowerCase()),
    services: unique(written.services),
    partner: written.partner?.trim() || null,
    addresses: unique(written.addresses),
    is_sandbox: written.isSandbox === true,
    days: written.expiresInDays,
  };
  return textUnusable(plan) ?? scopeUnusable(plan) ?? daysUnusable(plan.days, limits) ?? plan;
}

const unique = (list: readonly string[] | null | undefined): string[] => [
  ...new Set((list ?? []).map((each) => each.trim()).filter((each) => each !== '')),
];

function textUnusable(plan: KeyPlan): KeyUnusable | null {
  const wrong = (['name', 'owner'] as const).find(
    (part) => plan[part].length === 0 || plan[part].length > MOST_CHARACTERS,
  );
  return wrong === undefined
    ? null
    : unusable(wrong, `Write 1 to ${MOST_CHARACTERS} characters besides spaces at the ends.`);
}

function scopeUnusable(plan: KeyPlan): KeyUnusable | null {
  const { role, partner, services, streams, addresses } = plan;
  if (!Object.hasOwn(SCOPES_OF_ROLE, role))
    return unusable(
      'role',
      `There is no such role. Write one of: ${Object.keys(SCOPES_OF_ROLE).join(', ')}.`,
    );
  if ((partner !== null) !== (role === PARTNER))
    return unusable('partner', `The role ${PARTNER} needs a partner, and no other role has one.`);
  if (plan.is_sandbox && partner === null)
    return unusable('isSandbox', `The sandbox is for partners: a key of it has the role ${PARTNER}.`);
  if (partner !== null && !PLAIN_NAME.test(partner))
    return unusable('partner', 'Write the id of the partner, such as stockport-homes.');
  if (streams.length > MOST_IN_A_LIST || streams.some((stream) => !PLAIN_NAME.test(stream)))
    return unusable('streams', 'Write streams as the product names them.');
  if (services.length > MOST_IN_A_LIST || services.some((service) => !PLAIN_NAME.test(service)))
    return unusable('services', `Write ids of services, ${MOST_IN_A_LIST} at most.`);
  if (addresses.length > MOST_IN_A_LIST || !addresses.every(isAddressRange))
    return unusable(
      'addresses',
      `Write addresses such as 192.0.2.7 or networks such as 10.1.0.0/16, ${MOST_IN_A_LIST} at most.`,
    );
  return null;
}

const unusable = (part: string, message: string): KeyUnusable => ({
  __typename: 'KeyUnusable',
  code: 'KEY_UNUSABLE',
  ...{ message, part },
});
