import type { AuditAction } from '../../../platform/audit/actions';
import { recordAudit } from '../../../platform/audit/record';
import { hashOf, newKey } from '../../../platform/identity/key-text';
import type { Refused } from '../../../platform/server/refusal';
import type { Transaction } from '../../../platform/transaction/transaction';
import { lockAgreement } from '../agreements/read-agreements';
import type { Context } from '../context';
import {
  checkKey,
  commandUnusable,
  daysUnusable,
  type KeyPlan,
  type KeyUnusable,
  notAgreed,
  nothingStands,
  type WrittenKey,
} from './check-key';
import { type KeyShown, keyMadeBy, lockLiveKeys, readKey } from './read-keys';
import { keyEnded, keyNotFound, type ToolHasKey, toolHasKey, twoKeysLive } from './refusals';

/** A key that was made, with its secret; that is null where the command was done before. */
export interface KeyMade {
  readonly __typename: 'KeyMade';
  readonly key: KeyShown;
  readonly secret: string | null;
}

/** How many live keys one tool may have: the one that it uses, and the one that takes its place. */
const MOST_LIVE = 2;

/** Makes a key for a tool that has none, unless the command was done before. */
export async function createKey(
  context: Context,
  { command, key: written }: { readonly command: string; readonly key: WrittenKey },
): Promise<KeyMade | KeyUnusable | ToolHasKey> {
  const plan = checkKey(written, context);
  if ('__typename' in plan) return plan;
  const refused = commandUnusable(command);
  if (refused !== null) return refused;
  const unagreed = await agreementMissing(context.transaction, plan);
  const [live] = await lockLiveKeys(context.transaction, plan);
  const before = await keyMadeBy(context.transaction, command);
  if (before !== null) return made(before, null);
  if (unagreed !== null) return unagreed;
  if (live !== undefined) return toolHasKey(live.id);
  return make(context, { command, plan, rotatedFrom: null, action: 'KEY_MAKE' });
}

/** Makes a second key like a live one, unless the command was done before. */
export async function rotateKey(
  context: Context,
  {
    command,
    id,
    expiresInDays,
  }: { readonly command: string; readonly id: string; readonly expiresInDays: number },
): Promise<KeyMade | KeyUnusable | Refused<'KeyNotFound'> | Refused<'KeyEnded'> | Refused<'TwoKeysLive'>> {
  const refused = commandUnusable(command) ?? daysUnusable(expiresInDays, context);
  if (refused !== null) return refused;
  const { transaction } = context;
  const named = await readKey(transaction, id);
  if (named === null) return keyNotFound();
  const unagreed = await agreementMissing(transaction, named);
  const live = await lockLiveKeys(transaction, named);
  const before = await keyMadeBy(transaction, command);
  if (before !== null) return made(before, null);
  const held = live.find((key) => key.id === id);
  if (held === undefined) return keyEnded();
  if (live.length >= MOST_LIVE) return twoKeysLive();
  if (unagreed !== null) return unagreed;
  const plan = { ...held, days: expiresInDays };
  return make(context, { command, plan, rotatedFrom: id, action: 'KEY_ROTATE' });
}

/**
 * A partner's keys are made under an agreement in force, and those of the sandbox under one to come too; whoever ends it waits, or
 * is waited for.
 */
async function agreementMissing(
  transaction: Transaction,
  { partner, is_sandbox }: Pick<KeyPlan, 'partner' | 'is_sandbox'>,
): Promise<KeyUnusable | null> {
  if (partner === null) return null;
  const state = (await lockAgreement(transaction, partner))?.state;
  if (state === 'IN_FORCE' || (is_sandbox && state === 'TO_COME')) return null;
  return is_sandbox ? nothingStands() : notAgreed();
}

interface Making {
  readonly command: string;
  readonly plan: KeyPlan;
  readonly rotatedFrom: string | null;
  readonly action: AuditAction;
}

async function make(context: Context, { command, plan, rotatedFrom, action }: Making): Promise<KeyMade> {
  const { transaction, identity } = context;
  const { id, secret } = newKey({ isSandbox: plan.is_sandbox });
  const { name, owner, role, streams, services, partner, addresses, is_sandbox, days } = plan;
  await transaction.query(
    `insert into access.api_key (id, name, owner, role, streams, services, partner, addresses, command, made_by, made_at,
       expires_at, rotated_from, is_sandbox)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), now() + make_interval(days => $11), $12, $13)`,
    [
      ...[id, name, owner, role, streams, services, partner, addresses, command, identity.subject],
      ...[days, rotatedFrom, is_sandbox],
    ],
  );
  await transaction.query('insert into access.key_secret (key_id, hash) values ($1, $2)', [
    id,
    hashOf(secret),
  ]);
  await transaction.query('insert into access.key_use (key_id, refused) values ($1, 0)', [id]);
  const recordIds = rotatedFrom === null ? [id] : [id, rotatedFrom];
  await recordAudit(context, { schema: 'access', action, recordIds });
  const key = await readKey(transaction, id);
  if (key === null) throw new Error('A key that was made is not there');
  return made(key, secret);
}

const made = (key: KeyShown, secret: string | null): KeyMade => ({ __typename: 'KeyMade', key, secret });
