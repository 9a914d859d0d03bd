import { type DataSource, inTransaction, type Transaction } from '../../../platform/transaction/transaction';
import { type PostWebhook, WebhookFailure } from '../../../platform/webhooks/post-webhook';
import { NEWEST_AGREEMENTS } from '../agreements/read-agreements';
import type { PartnerEventRow, WebhookRow } from '../tables';
import { type TestEvent, waitingTest } from './try-webhook';
import { webhookMessage } from './webhook-message';

/** Nobody can sign in as whoever sends. */
export const POSTMAN = { subject: 'postman', role: 'postman' } as const;

/** Longer than any sending takes: nobody else sends to the same address meanwhile, and after it somebody else may. */
const LEASE_SECONDS = 60;
/** How long it is waited after each failure; after the last one the address is told nothing more until somebody starts it again. */
const WAITS_SECONDS = [5, 30, 120, 600, 1_800, 7_200, 21_600, 43_200, 86_400] as const;

/** Events that an agreement in force opens to a webhook of its partner, after what it was told. */
const UNTOLD = `e.partner = w.partner and e.place > w.told_to and (e.stream is null or lower(e.stream) = any(a.streams))`;
const CLAIM = `with claimed as (
    select w.id, a.streams from access.webhook w join ${NEWEST_AGREEMENTS} a on a.partner = w.partner
    where w.ended_at is null and (w.leased_until is null or w.leased_until < clock_timestamp())
      and a.state = 'IN_FORCE' and 'EVENTS' = any(a.parts)
      and (w.test_event is not null or (w.stopped_at is null and w.due_at <= clock_timestamp()
        and exists (select from access.partner_event e where ${UNTOLD})))
    order by w.test_event is null, w.due_at limit 1 for update of w skip locked),
  leased as (
    update access.webhook w set leased_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
    from claimed where w.id = claimed.id returning w.*)
  select leased.*, claimed.streams from leased join claimed using (id)`;
const NEXT = `select e.* from access.partner_event e, access.webhook w, (select $2::text[] as streams) a
  where w.id = $1 and ${UNTOLD} order by e.place limit 1`;
const SECRETS = `select secret from access.webhook_secret
  where webhook_id = $1 and (ends_at is null or ends_at > clock_timestamp()) order by made_at desc, command`;

interface Claimed {
  readonly webhook: WebhookRow;
  readonly event: PartnerEventRow | TestEvent;
  readonly secrets: readonly string[];
}

/** What sending came to: an answer, or why there was none. */
interface Outcome {
  readonly status: number | null;
  readonly failure: string | null;
}

/**
 * Sends the next event to one address to which something is due, and gives whether there was one. Events go to an address in order, each
 * when the one before was taken. A process that is killed in between leaves a lease behind, after which the same event is sent again.
 */
export async function sendNext(dataSource: DataSource, post: PostWebhook): Promise<boolean> {
  const claimed = await inTransaction(dataSource, POSTMAN, claim);
  if (claimed === null) return false;
  const { webhook, event, secrets } = claimed;
  const message = webhookMessage(event, { secrets, now: new Date() });
  const outcome = await sent(post({ url: webhook.url, ...message }));
  await inTransaction(dataSource, POSTMAN, (transaction) => settle(transaction, claimed, outcome));
  return true;
}

async function claim(transaction: Transaction): Promise<Claimed | null> {
  const [webhook] = await transaction.query<WebhookRow & { readonly streams: string[] }>(CLAIM);
  if (webhook === undefined) return null;
  const next = () => transaction.query<PartnerEventRow>(NEXT, [webhook.id, webhook.streams]);
  const event = waitingTest(webhook, new Date()) ?? (await next())[0];
  if (event === undefined) return null;
  const secrets = await transaction.query<{ secret: string }>(SECRETS, [webhook.id]);
  return { webhook, event, secrets: secrets.map(({ secret }) => secret) };
}

async function sent(asked: Promise<number>): Promise<Outcome> {
  try {
    const status = await asked;
    if (status >= 200 && status < 300) return { status, failure: null };
    return {
      status,
      failure: status >= 300 && status < 400 ? 'Ways on are not followed.' : 'It was not taken.',
    };
  } catch (error) {
    if (error instanceof WebhookFailure) return { status: null, failure: error.message };
    throw error;
  }
}

/** One that was ended or started again meanwhile is left as it is, but for what became of this sending. */
async function settle(
  transaction: Transaction,
  { webhook, event }: Claimed,
  outcome: Outcome,
): Promise<void> {
  await transaction.query(
    `insert into access.webhook_delivery (webhook_id, partner, event_id, at, status, failure)
     values ($1, $2, $3, clock_timestamp(), $4, $5)`,
    [webhook.id, webhook.partner, event.id, outcome.status, outcome.failure],
  );
  await transaction.query(`delete from access.webhook_delivery where at < now() - interval '30 days'`);
  if (event.kind === 'TEST') return settleTest(transaction, event);
  const now = [webhook.id, webhook.told_to, webhook.attempts];
  if (outcome.failure === null)
    await transaction.query(
      `update access.webhook set told_to = $4, attempts = 0, due_at = clock_timestamp(), leased_until = null ${AS_CLAIMED}`,
      [...now, event.place],
    );
  else
    await transaction.query(
      `update access.webhook set attempts = attempts + 1, leased_until = null,
         due_at = clock_timestamp() + make_interval(secs => coalesce($4::int, 0)),
         stopped_at = case when $4::int is null then clock_timestamp() end, stopped_because = case when $4::int is null then $5 end
       ${AS_CLAIMED}`,
      [...now, WAITS_SECONDS[webhook.attempts] ?? null, outcome.failure],
    );
}

/** Sent once, taken or not: whoever tries sees what became of it, and no event waits for it. */
async function settleTest(transaction: Transaction, { id, subject }: TestEvent): Promise<void> {
  await transaction.query(
    'update access.webhook set test_event = null, leased_until = null where id = $1 and test_event = $2',
    [subject, id],
  );
}

const AS_CLAIMED = 'where id = $1 and told_to = $2 and attempts = $3';
