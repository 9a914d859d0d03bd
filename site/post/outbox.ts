import type { Transaction } from '../../platform/transaction/transaction';
import type { OutgoingMailRow, PostAddressRow, SubscriptionRow } from './tables';
import type { Handed } from './transport/transport';

/** A mail that one sender has to itself, with what it is of. */
export interface ClaimedMail {
  readonly mail: OutgoingMailRow;
  readonly to: string;
  /** Null of the mail that asks whether an address is its person's. */
  readonly subscription: SubscriptionRow | null;
}

/** Longer than making a mail takes, or handing it over. */
const LEASE_MILLIS = 300_000;
/** How long it is waited after each failure, in seconds; after the last one it is given up. */
const WAITS_SECONDS = [60, 300, 900, 3_600, 14_400, 43_200] as const;
const KEPT_MILLIS = 90 * 86_400_000;
const UNCONFIRMED_MILLIS = 7 * 86_400_000;
const UNSURE = 'The site ended while it handed the mail over. Nobody can say whether it came.';

/** Whoever has not signed in for so long gets no more: they may have left, or read no figures any more. */
export const UNSEEN_DAYS = 100;
/** SQL that is true of an address `a` whose person was seen, at the moment `$1`. */
export const IS_SEEN = `a.seen_at > $1::timestamptz - interval '${UNSEEN_DAYS} days'`;

/** Whom mail may go to just now: the address that is to be confirmed gets that mail and no other. */
const MAY_GO = `((m.subscription_id is null and a.state = 'UNCONFIRMED') or (a.state = 'CONFIRMED' and s.state = 'ON'))`;
const CLAIM = `with next as (
    select m.id from site.outgoing_mail m join site.post_address a on a.owner = m.owner
      left join site.subscription s on s.id = m.subscription_id
    where m.state = 'WAITING' and m.due_at <= $1 and (m.leased_until is null or m.leased_until < $1) and ${MAY_GO} and ${IS_SEEN}
    order by m.due_at, m.id limit 1 for update of m skip locked),
  claimed as (
    update site.outgoing_mail m set leased_until = $2, tries = m.tries + 1 from next where m.id = next.id returning m.*)
  select * from claimed`;
const BEGIN = `with begun as (
    update site.outgoing_mail m set state = 'HANDING', leased_until = $3
    where m.id = $1 and m.state = 'WAITING' and m.leased_until = $2
      and exists (select from site.post_address a left join site.subscription s on s.id = m.subscription_id
        where a.owner = m.owner and a.address = $4 and ${MAY_GO})
    returning m.id)
  select * from begun`;

const after = (now: Date, millis: number): Date => new Date(now.getTime() + millis);

/** The next mail that is due, for one sender alone; null where there is none. */
export async function claimMail({ query }: Transaction, now: Date): Promise<ClaimedMail | null> {
  const [claimed] = await query<OutgoingMailRow>(CLAIM, [now, after(now, LEASE_MILLIS)]);
  if (claimed === undefined) return null;
  const [address] = await query<PostAddressRow>('select * from site.post_address where owner = $1', [
    claimed.owner,
  ]);
  const [subscription = null] = await query<SubscriptionRow>(
    'select * from site.subscription where id = $1',
    [claimed.subscription_id],
  );
  return { mail: claimed, to: address?.address ?? '', subscription };
}

/**
 * Notes that the mail goes out from now on. False where it may not any more: its subscription was ended meanwhile, or
 * somebody else has it.
 */
export async function beginHanding(
  { query }: Transaction,
  { mail, to }: ClaimedMail,
  now: Date,
): Promise<boolean> {
  const begun = await query(BEGIN, [mail.id, mail.leased_until, after(now, LEASE_MILLIS), to]);
  return begun.length > 0;
}

/** Notes what became of a mail: of one that had begun to go, or of one that could not be written. */
export async function settleMail(
  transaction: Transaction,
  { mail }: ClaimedMail,
  { handed, wasBegun, now }: { readonly handed: Handed; readonly wasBegun: boolean; readonly now: Date },
): Promise<void> {
  const { state, dueAt } = settled(mail, handed, now);
  const from = wasBegun ? ['HANDING', 'UNSURE'] : ['WAITING'];
  await transaction.query(
    `update site.outgoing_mail set state = $2, failure = $3, due_at = $4, leased_until = null, ended_at = $5
     where id = $1 and state = any($6)`,
    [mail.id, state, 'says' in handed ? handed.says : null, dueAt, state === 'WAITING' ? null : now, from],
  );
  if (handed.state !== 'REFUSED' || handed.of !== 'ADDRESS') return;
  await transaction.query(
    `update site.post_address set state = 'STOPPED', stopped_because = $2 where owner = $1`,
    [mail.owner, handed.says],
  );
}

function settled({ tries, due_at }: OutgoingMailRow, handed: Handed, now: Date) {
  if (handed.state === 'ACCEPTED') return { state: 'SENT', dueAt: due_at };
  if (handed.state === 'UNSURE') return { state: 'UNSURE', dueAt: due_at };
  const wait = handed.state === 'LATER' ? WAITS_SECONDS[tries - 1] : undefined;
  if (wait === undefined) return { state: 'FAILED', dueAt: due_at };
  return { state: 'WAITING', dueAt: after(now, wait * 1_000) };
}

/** Puts aside what was being handed over when its sender was killed, and removes what was kept for long enough. */
export async function tidyMails({ query }: Transaction, now: Date): Promise<void> {
  await query(
    `update site.outgoing_mail set state = 'UNSURE', failure = $2, leased_until = null, ended_at = $1
     where state = 'HANDING' and leased_until < $1`,
    [now, UNSURE],
  );
  await query('delete from site.outgoing_mail where ended_at < $1', [after(now, -KEPT_MILLIS)]);
  await query(`delete from site.post_address where state = 'UNCONFIRMED' and asked_at < $1`, [
    after(now, -UNCONFIRMED_MILLIS),
  ]);
}
