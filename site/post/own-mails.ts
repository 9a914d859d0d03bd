import type { Clock } from '../../platform/config/clock';
import type { DataSource } from '../../platform/transaction/transaction';
import { asOwner, type Owner } from './post-scope';
import type { OutgoingMailRow, SubscriptionKind } from './tables';

/** A mail, with what it is of: null where it asks whether an address is its person's. */
export type OwnMail = OutgoingMailRow & {
  readonly kind: SubscriptionKind | null;
  readonly title: string | null;
};

/** What was sent to people, and what failed. */
export interface OwnMails {
  /** One's own of late, the newest first. */
  recent(owner: Owner): Promise<OwnMail[]>;
  /** Sends one again that failed, or of which nobody knows whether it came. Whether there was such a one of one's own. */
  again(owner: Owner, id: string): Promise<boolean>;
}

const SHOWN = 20;
const RECENT = `select m.*, s.kind, v.title from site.outgoing_mail m
    left join site.subscription s on s.id = m.subscription_id left join site.saved_view v on v.id = s.view_id
  where m.owner = $1 order by m.queued_at desc, m.id limit ${SHOWN}`;
const AGAIN = `update site.outgoing_mail set state = 'WAITING', tries = 0, due_at = $3, failure = null, ended_at = null
  where id = $1 and owner = $2 and state in ('FAILED', 'UNSURE')`;

/** Mails in the site's own schema. */
export function createOwnMails({
  dataSource,
  clock,
}: {
  readonly dataSource: DataSource;
  readonly clock: Clock;
}): OwnMails {
  return {
    recent: (owner) => asOwner(dataSource, owner, ({ query }) => query<OwnMail>(RECENT, [owner.subject])),
    again: (owner, id) =>
      asOwner(dataSource, owner, async ({ query }) => {
        const held = await query('select 1 from site.outgoing_mail where id = $1 and owner = $2', [
          id,
          owner.subject,
        ]);
        await query(AGAIN, [id, owner.subject, clock.now()]);
        return held.length > 0;
      }),
  };
}
