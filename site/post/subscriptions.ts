import type { Clock } from '../../platform/config/clock';
import { lockName } from '../../platform/transaction/lock-name';
import type { DataSource, Transaction } from '../../platform/transaction/transaction';
import { hashOf } from '../sessions/seal';
import { endSubscriptions } from './end-subscriptions';
import { asOwner, asSite, type Owner } from './post-scope';
import { nextDue, type Schedule } from './schedule';
import { subscribedPage } from './subscribed-page';
import type { SubscriptionRow } from './tables';

/** What somebody wants by mail. */
export type Wanted =
  | { readonly kind: 'VIEW'; readonly viewId: string; readonly schedule: Schedule }
  | { readonly kind: 'REPORTS' };

/** A subscription, with what its view is called; null of news. */
export type OwnSubscription = SubscriptionRow & { readonly title: string | null };

/** What people get by mail. */
export interface Subscriptions {
  /** One's own. */
  list(owner: Owner): Promise<OwnSubscription[]>;
  /** Adds one. What one has already is had from then on as it is now wanted: there is one for each view, and one for news. */
  add(owner: Owner, wanted: Wanted): Promise<'ADDED' | 'NO_SUCH_VIEW' | 'NO_FIGURES' | 'TOO_MANY'>;
  /** Whether there was such a one of one's own. Nothing comes of one that rests; news of that time are not told later. */
  pause(owner: Owner, id: string): Promise<boolean>;
  goOn(owner: Owner, id: string): Promise<boolean>;
  end(owner: Owner, id: string): Promise<boolean>;
  /** Ends one by the link in its mails, whoever has it. Whether it was there. */
  endByLink(id: string): Promise<boolean>;
}

/** How many one person has. */
export const MOST_SUBSCRIPTIONS = 20;

const LIST = `select s.*, v.title from site.subscription s left join site.saved_view v on v.id = s.view_id
  where s.owner = $1 order by lower(v.title) nulls last, s.id`;
const KEEP = `insert into site.subscription
    (id, owner, kind, view_id, page, every, on_day, state, since, next_at)
    values ($1, $2, $3, $4, $5, $6, $7, 'ON', $8, $9)
  on conflict (id) do update set every = excluded.every, on_day = excluded.on_day, state = 'ON', paused_because = null,
    next_at = excluded.next_at, since = case when subscription.state = 'ON' then subscription.since else excluded.since end`;
const PAUSE = `update site.subscription set state = 'PAUSED', paused_because = null where id = $1 and owner = $2 returning id`;
const GO_ON = `update site.subscription set state = 'ON', paused_because = null, since = $3, next_at = $4
  where id = $1 and owner = $2 and state = 'PAUSED'`;

/** Subscriptions in the site's own schema. */
export function createSubscriptions({
  dataSource,
  clock,
}: {
  readonly dataSource: DataSource;
  readonly clock: Clock;
}): Subscriptions {
  const ownOf = async ({ query }: Transaction, { subject }: Owner, id: string) =>
    (
      await query<SubscriptionRow>('select * from site.subscription where id = $1 and owner = $2', [
        id,
        subject,
      ])
    )[0];
  return {
    list: (owner) => asOwner(dataSource, owner, ({ query }) => query<OwnSubscription>(LIST, [owner.subject])),
    add: (owner, wanted) =>
      asOwner(dataSource, owner, (transaction) => added(transaction, { owner, wanted, now: clock.now() })),
    pause: (owner, id) =>
      asOwner(dataSource, owner, async (transaction) => {
        if ((await ownOf(transaction, owner, id)) === undefined) return false;
        await transaction.query(PAUSE, [id, owner.subject]);
        return true;
      }),
    goOn: (owner, id) =>
      asOwner(dataSource, owner, async (transaction) => {
        const held = await ownOf(transaction, owner, id);
        if (held === undefined) return false;
        const now = clock.now();
        await transaction.query(GO_ON, [id, owner.subject, now, nextOf(scheduleOf(held), now)]);
        return true;
      }),
    end: (owner, id) =>
      asOwner(dataSource, owner, async (transaction) => {
        if ((await ownOf(transaction, owner, id)) === undefined) return false;
        await endSubscriptions(transaction, [id]);
        return true;
      }),
    endByLink: (id) =>
      asSite(dataSource, async (transaction) => (await endSubscriptions(transaction, [id])) > 0),
  };
}

/** When a subscription comes; null of news. */
export const scheduleOf = ({ every, on_day }: Pick<SubscriptionRow, 'every' | 'on_day'>): Schedule | null =>
  every === null || on_day === null ? null : { every, onDay: on_day };

const nextOf = (schedule: Schedule | null, now: Date): Date | null =>
  schedule === null ? null : nextDue(schedule, now);

async function added(
  transaction: Transaction,
  { owner, wanted, now }: { readonly owner: Owner; readonly wanted: Wanted; readonly now: Date },
) {
  const { subject } = owner;
  // One person's after another, so that two tabs cannot go past the most.
  await lockName(transaction, `site.subscription/${subject}`);
  const of = await pageOf(transaction, owner, wanted);
  if (of === 'NO_SUCH_VIEW' || of === 'NO_FIGURES') return of;
  const id = hashOf(JSON.stringify([subject, wanted.kind, of.viewId]));
  const held = await transaction.query<{ id: string }>('select id from site.subscription where owner = $1', [
    subject,
  ]);
  if (held.length >= MOST_SUBSCRIPTIONS && !held.some((each) => each.id === id)) return 'TOO_MANY';
  const schedule = wanted.kind === 'VIEW' ? wanted.schedule : null;
  await transaction.query(KEEP, [
    ...[id, subject, wanted.kind, of.viewId, of.page],
    ...[schedule?.every ?? null, schedule?.onDay ?? null, now, nextOf(schedule, now)],
  ]);
  return 'ADDED';
}

async function pageOf({ query }: Transaction, { subject }: Owner, wanted: Wanted) {
  if (wanted.kind !== 'VIEW') return { viewId: null, page: null };
  const [view] = await query<{ address: string }>(
    'select address from site.saved_view where id = $1 and owner = $2',
    [wanted.viewId, subject],
  );
  if (view === undefined) return 'NO_SUCH_VIEW';
  return subscribedPage(view.address) === null ? 'NO_FIGURES' : { viewId: wanted.viewId, page: view.address };
}
