import { randomBytes } from 'node:crypto';
import type { Refused } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import { webhookUrlProblem } from '../../../platform/webhooks/post-webhook';
import { newWebhookSecret } from '../../../platform/webhooks/sign-webhook';
import { lockAgreement } from '../agreements/read-agreements';
import { commandUnusable } from '../keys/check-key';
import { readWebhook, type WebhookShown, webhookMadeBy } from './read-webhooks';
import { type WebhookUnusable, webhookNotFound, webhookUnusable } from './refusals';
import { done, living, livingFor, type NotThere, saved, type WebhookSaved } from './saved-webhook';

/** How long the secret before goes on when another was made: time to give the receiver the new one. */
const BOTH_HOLD = '24 hours';

/** Begins to tell a partner at an address, from what happens from now on, unless the command was done before. */
export async function createWebhook(
  context: OperationContext,
  { command, partner, url }: { readonly command: string; readonly partner: string; readonly url: string },
): Promise<WebhookSaved | WebhookUnusable> {
  if (commandUnusable(command) !== null) return webhookUnusable('command', 'A command is named by a UUID.');
  const problem = webhookUrlProblem(url);
  if (problem !== null) return webhookUnusable('url', problem);
  const { transaction, identity } = context;
  const agreement = await lockAgreement(transaction, partner);
  const before = await webhookMadeBy(transaction, command);
  if (before !== null) return saved(before, null);
  if (agreement?.state !== 'IN_FORCE' || !agreement.parts.includes('EVENTS'))
    return webhookUnusable('partner', 'No agreement that opens events is in force with this partner.');
  const id = `whk_${randomBytes(8).toString('hex')}`;
  await transaction.query(
    `insert into access.webhook (id, partner, url, command, made_by, made_at, told_to, attempts, due_at)
     values ($1, $2, $3, $4, $5, clock_timestamp(), coalesce((select max(place) from access.partner_event), 0), 0, clock_timestamp())`,
    [id, partner, new URL(url).href, command, identity.subject],
  );
  const secret = await addSecret(context, { id, command });
  return done(context, { id, action: 'WEBHOOK_MAKE', secret });
}

/** Tells a partner at another address from now on; what waits is sent there at once. */
export async function changeWebhook(
  context: OperationContext,
  { id, url }: { readonly id: string; readonly url: string },
): Promise<WebhookSaved | WebhookUnusable | NotThere> {
  const problem = webhookUrlProblem(url);
  if (problem !== null) return webhookUnusable('url', problem);
  const standing = await living(context, id);
  if ('__typename' in standing) return standing;
  const { href } = new URL(url);
  if (standing.url === href) return saved(standing, null);
  await context.transaction.query(
    `update access.webhook set url = $2, attempts = 0, due_at = clock_timestamp(), leased_until = null, stopped_at = null,
       stopped_because = null where id = $1`,
    [id, href],
  );
  return done(context, { id, action: 'WEBHOOK_CHANGE', secret: null });
}

/** Makes a second secret; both sign for a day, and then the new one alone. */
export async function rotateWebhookSecret(
  context: OperationContext,
  { command, id }: { readonly command: string; readonly id: string },
): Promise<WebhookSaved | WebhookUnusable | NotThere> {
  const { transaction } = context;
  const standing = await livingFor(context, { command, id });
  if ('__typename' in standing) return standing;
  const known = await transaction.query('select from access.webhook_secret where command = $1', [command]);
  if (known.length > 0) return saved(standing, null);
  await transaction.query(
    `update access.webhook_secret set ends_at = least(coalesce(ends_at, 'infinity'), clock_timestamp() + interval '${BOTH_HOLD}')
     where webhook_id = $1`,
    [id],
  );
  const secret = await addSecret(context, { id, command });
  return done(context, { id, action: 'WEBHOOK_ROTATE', secret });
}

/** Tells all again that came after an event, or goes on where it stopped; the receiver knows by the ids what it has. */
export async function replayWebhook(
  context: OperationContext,
  { id, afterEvent }: { readonly id: string; readonly afterEvent?: string | null | undefined },
): Promise<WebhookSaved | WebhookUnusable | NotThere> {
  const standing = await living(context, id);
  if ('__typename' in standing) return standing;
  const { transaction } = context;
  const place = await placeOf(context, { standing, afterEvent });
  if (place === null)
    return webhookUnusable('afterEvent', 'There is no such event of the partner, or no longer.');
  await transaction.query(
    `update access.webhook set told_to = $2, attempts = 0, due_at = clock_timestamp(), leased_until = null, stopped_at = null,
       stopped_because = null where id = $1`,
    [id, place],
  );
  return done(context, { id, action: 'WEBHOOK_REPLAY', secret: null });
}

/** Sends nothing to an address any more. */
export async function endWebhook(
  context: OperationContext,
  { id }: { readonly id: string },
): Promise<WebhookSaved | Refused<'WebhookNotFound'>> {
  const { transaction, identity } = context;
  const standing = await readWebhook(transaction, id, 'for update');
  if (standing === null) return webhookNotFound();
  if (standing.ended_at !== null) return saved(standing, null);
  await transaction.query(
    'update access.webhook set ended_by = $2, ended_at = clock_timestamp() where id = $1',
    [id, identity.subject],
  );
  return done(context, { id, action: 'WEBHOOK_END', secret: null });
}

async function placeOf(
  { transaction }: OperationContext,
  {
    standing,
    afterEvent,
  }: { readonly standing: WebhookShown; readonly afterEvent?: string | null | undefined },
): Promise<number | null> {
  if (afterEvent === null || afterEvent === undefined) return standing.told_to;
  const rows = await transaction.query<{ place: number }>(
    'select place from access.partner_event where id = $1 and partner = $2',
    [afterEvent, standing.partner],
  );
  return rows[0]?.place ?? null;
}

async function addSecret(
  { transaction }: OperationContext,
  { id, command }: { readonly id: string; readonly command: string },
): Promise<string> {
  const secret = newWebhookSecret();
  await transaction.query(
    'insert into access.webhook_secret (command, webhook_id, secret, made_at) values ($1, $2, $3, clock_timestamp())',
    [command, id, secret],
  );
  return secret;
}
