import type { Transaction } from '../../../platform/transaction/transaction';
import type { WebhookDeliveryRow, WebhookRow } from '../tables';

/** A webhook with how it stands. */
export type WebhookShown = WebhookRow & { readonly state: 'LIVE' | 'STOPPED' | 'ENDED' };

const SHOWN = `select w.*, case when ended_at is not null then 'ENDED' when stopped_at is not null then 'STOPPED' else 'LIVE' end as state
  from access.webhook w`;
const MOST = 100;

/** One webhook; null where there is none that the caller may see. */
export const readWebhook = (
  transaction: Transaction,
  id: string,
  how: 'for update' | '' = '',
): Promise<WebhookShown | null> => one(transaction, `${SHOWN} where id = $1 ${how}`, id);

/** The webhook that a command made; null where it made none. */
export const webhookMadeBy = (transaction: Transaction, command: string): Promise<WebhookShown | null> =>
  one(transaction, `${SHOWN} where command = $1`, command);

/** A partner's webhooks, the newest first. */
export const readWebhooks = (transaction: Transaction, partner: string): Promise<WebhookShown[]> =>
  transaction.query<WebhookShown>(`${SHOWN} where partner = $1 order by made_at desc, id limit ${MOST}`, [
    partner,
  ]);

/** What became of the newest sendings, the newest first. */
export const readDeliveries = (transaction: Transaction, id: string): Promise<WebhookDeliveryRow[]> =>
  transaction.query<WebhookDeliveryRow>(
    `select * from access.webhook_delivery where webhook_id = $1 order by id desc limit ${MOST}`,
    [id],
  );

async function one(transaction: Transaction, sql: string, value: string): Promise<WebhookShown | null> {
  const rows = await transaction.query<WebhookShown>(sql, [value]);
  return rows[0] ?? null;
}
