import { randomUUID } from 'node:crypto';
import type { Clock } from '../../platform/config/clock';
import { lockName } from '../../platform/transaction/lock-name';
import type { DataSource, Transaction } from '../../platform/transaction/transaction';
import { addressHashOf, type PostLinks } from './links';
import { asOwner, asSite, mayGetPost, type Owner } from './post-scope';
import type { PostAddressRow } from './tables';

/** Where people want their mail. */
export interface Addresses {
  find(owner: Owner): Promise<PostAddressRow | null>;
  /** Takes an address that is to be confirmed by a link in a mail. The one that holds already stays as it is. */
  ask(owner: Owner, address: string): Promise<'ASKED' | 'HOLDS' | 'TOO_OFTEN'>;
  /** Whether the link shows that the address is this person's, who has signed in. */
  confirm(owner: Owner, token: string): Promise<boolean>;
  /** Removes the address, and with it what is on its way there. */
  remove(owner: Owner): Promise<void>;
  /** Notes as what somebody signed in: their mail ends with the right to read figures. */
  see(owner: Owner): Promise<void>;
}

/** Links to one person, or to one address, within an hour. */
const MOST_LINKS_AN_HOUR = 3;
const HOUR_MILLIS = 3_600_000;
/** What stands at an address whose person may read no figures any more. */
const NO_READER = 'Your role does not read figures any more.';

const FIND = 'select * from site.post_address where owner = $1';
const CONFIRM = `update site.post_address set state = 'CONFIRMED', confirmed_at = $2, stopped_because = null
  where owner = $1 and state <> 'CONFIRMED'`;
const SEE = `update site.post_address set role = $2, seen_at = $3,
    state = case when $4::boolean then state else 'STOPPED' end,
    stopped_because = case when $4::boolean then stopped_because else $5 end
  where owner = $1`;

/** Addresses in the site's own schema. */
export function createAddresses(options: {
  readonly dataSource: DataSource;
  readonly links: PostLinks;
  readonly clock: Clock;
}): Addresses {
  const { dataSource, links, clock } = options;
  const found = async ({ query }: Transaction, { subject }: Owner): Promise<PostAddressRow | null> =>
    (await query<PostAddressRow>(FIND, [subject]))[0] ?? null;
  return {
    find: (owner) => asOwner(dataSource, owner, (transaction) => found(transaction, owner)),
    ask: (owner, address) =>
      // As the site: nobody may see how often others asked for the same address, and it counts.
      asSite(dataSource, async (transaction) => {
        await lockName(transaction, `site.post_address/${owner.subject}`);
        const held = await found(transaction, owner);
        const isHeld = held !== null && addressHashOf(held.address) === addressHashOf(address);
        if (isHeld && (held.state === 'CONFIRMED' || (await isUnderWay(transaction, owner)))) return 'HOLDS';
        const asked = { owner, address, now: clock.now() };
        if ((await linksOfLate(transaction, asked)) >= MOST_LINKS_AN_HOUR) return 'TOO_OFTEN';
        await keep(transaction, asked);
        return 'ASKED';
      }),
    confirm: (owner, token) =>
      asOwner(dataSource, owner, async (transaction) => {
        const shown = links.confirmationIn(token);
        const held = await found(transaction, owner);
        if (shown === null || held === null || shown.owner !== owner.subject) return false;
        if (shown.addressHash !== addressHashOf(held.address)) return false;
        await transaction.query(CONFIRM, [owner.subject, clock.now()]);
        return true;
      }),
    remove: (owner) =>
      asOwner(dataSource, owner, async ({ query }) => {
        await query(`delete from site.outgoing_mail where owner = $1 and state = 'WAITING'`, [owner.subject]);
        await query('delete from site.post_address where owner = $1', [owner.subject]);
      }),
    see: (owner) =>
      asOwner(dataSource, owner, async ({ query }) => {
        const { subject, role } = owner;
        await query(SEE, [subject, role, clock.now(), mayGetPost(role), NO_READER]);
      }),
  };
}

interface Asked {
  readonly owner: Owner;
  readonly address: string;
  readonly now: Date;
}

async function isUnderWay({ query }: Transaction, { subject }: Owner): Promise<boolean> {
  const mails = await query(
    `select 1 from site.outgoing_mail where owner = $1 and subscription_id is null and state in ('WAITING', 'HANDING')`,
    [subject],
  );
  return mails.length > 0;
}

async function linksOfLate({ query }: Transaction, { owner, address, now }: Asked): Promise<number> {
  const [row] = await query<{ asked: number }>(
    `select count(*)::int as asked from site.outgoing_mail
     where subscription_id is null and queued_at > $3 and (owner = $1 or about = $2)`,
    [owner.subject, addressHashOf(address), new Date(now.getTime() - HOUR_MILLIS)],
  );
  return row?.asked ?? 0;
}

/** One that was to be confirmed before it gets no mail any more. */
async function keep({ query }: Transaction, { owner, address, now }: Asked): Promise<void> {
  const { subject, role } = owner;
  await query(
    `insert into site.post_address (owner, address, state, asked_at, role, seen_at) values ($1, $2, 'UNCONFIRMED', $3, $4, $3)
     on conflict (owner) do update set address = excluded.address, state = excluded.state, asked_at = excluded.asked_at,
       role = excluded.role, seen_at = excluded.seen_at, confirmed_at = null, stopped_because = null`,
    [subject, address, now, role],
  );
  await query(
    `delete from site.outgoing_mail where owner = $1 and subscription_id is null and state = 'WAITING'`,
    [subject],
  );
  const about = addressHashOf(address);
  await query(
    `insert into site.outgoing_mail (id, owner, about, state, tries, due_at, queued_at)
     values ($1, $2, $3, 'WAITING', 0, $4, $4)`,
    [randomUUID(), subject, about, now],
  );
}
