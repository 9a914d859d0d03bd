import { inTransaction } from '../../../platform/transaction/transaction';
import type { TestAccess } from '../testing';

/** What a question about a webhook gives. */
export interface Saved {
  readonly __typename: string;
  readonly secret: string | null;
  readonly webhook: {
    readonly id: string;
    readonly state: string;
    readonly failures: number;
    readonly stoppedBecause: string | null;
  };
  readonly code?: string;
  readonly part?: string;
}
const SAVED = `__typename ... on WebhookSaved { secret webhook { id url state failures stoppedBecause } }
  ... on Refusal { code message }`;
const PART = '... on WebhookUnusable { part }';

/** Does a command about a webhook, and gives what became of it. */
export async function command(access: TestAccess, written: string): Promise<Saved> {
  const { saved } = await access.data<{ saved: Saved }>(
    `mutation { saved: ${written} { ${SAVED} ${written.startsWith('end') ? '' : PART} } }`,
  );
  return saved;
}

/** A partner whose agreement opens events, with a webhook. */
export async function partnerWithWebhook(access: TestAccess, partner: string): Promise<Saved> {
  await access.agree(partner, 'parts: [EVENTS]');
  const id = `00000000-0000-4000-8000-${Buffer.from(partner).toString('hex').slice(0, 12).padEnd(12, '0')}`;
  return command(
    access,
    `createWebhook(command: "${id}", partner: "${partner}", url: "https://${partner}.example/hook")`,
  );
}

/** Tells a partner of so many changes, as if they had been followed. */
export const happen = (access: TestAccess, partner: string, ...ids: string[]): Promise<unknown> =>
  inTransaction(access.database.of('access'), { subject: 'projection', role: 'projection' }, (transaction) =>
    transaction.query(
      `insert into access.partner_event (id, partner, kind, subject, at)
       select id, $1, 'CASE_CHANGED', 'case-' || id, now() from unnest($2::text[]) with ordinality as told (id, place) order by place`,
      [partner, ids],
    ),
  );

/** Lets what is due later be due now, and leases be over. */
export const passTime = (access: TestAccess): Promise<unknown> =>
  inTransaction(access.database.of('access'), { subject: 'postman', role: 'postman' }, (transaction) =>
    transaction.query(
      `update access.webhook set due_at = clock_timestamp(), leased_until = clock_timestamp() - interval '1 second'`,
    ),
  );
