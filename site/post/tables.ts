import { instant, int, key, nullable, references, smallint, text } from '../../platform/tables/columns';
import { defineTable, type RowIn } from '../../platform/tables/define-table';
import type { Rhythm } from './schedule';

/** Where somebody wants their mail, and whether they have shown that it is theirs. */
export const postAddress = defineTable({
  schema: 'site',
  name: 'post_address',
  columns: {
    /** Whose it is, by the subject of their sign-in. */
    owner: key(text()),
    address: text(),
    state: text<AddressState>(),
    asked_at: instant(),
    confirmed_at: nullable(instant()),
    /** What was found of it, in words; null where nothing is wrong. */
    stopped_because: nullable(text()),
    /** As what they were last signed in, and when: mail ends with the right to read what it says. */
    role: text(),
    seen_at: instant(),
  },
});
/** STOPPED: the mail server refused it, or its person may read no figures any more. */
export type AddressState = 'UNCONFIRMED' | 'CONFIRMED' | 'STOPPED';
export type PostAddressRow = RowIn<typeof postAddress>;

/** What somebody wants to get by mail. */
export const subscription = defineTable({
  schema: 'site',
  name: 'subscription',
  columns: {
    id: key(text()),
    owner: text(),
    kind: text<SubscriptionKind>(),
    /** The saved view that it is of; null of news. */
    view_id: nullable(references(text(), 'site.saved_view', 'subscription_view')),
    /** The page of the view with its filter, as it was kept: a view never changes. Null of news. */
    page: nullable(text()),
    /** When it comes; both null of news, which come as they happen. */
    every: nullable(text<Rhythm>()),
    on_day: nullable(smallint()),
    state: text<'ON' | 'PAUSED'>(),
    /** Why it rests, in words, where it was not its person who stopped it. */
    paused_because: nullable(text()),
    /** From when on news are news. */
    since: instant(),
    /** When the next is due; null of news. */
    next_at: nullable(instant()),
  },
  indices: [{ name: 'subscription_of_owner', columns: ['owner'] }],
});
/** VIEW: figures of a saved view. REPORTS: that a version was frozen, or waits to be. */
export type SubscriptionKind = 'VIEW' | 'REPORTS';
export type SubscriptionRow = RowIn<typeof subscription>;

/** One mail, from when it is due until some time after it was sent. What it says is made when it is sent, and not kept. */
export const outgoingMail = defineTable({
  schema: 'site',
  name: 'outgoing_mail',
  columns: {
    /** A hash of what it is of: the same mail has the same id, so that it is there once. */
    id: key(text()),
    owner: text(),
    /** Null of the mail that asks whether an address is its person's. */
    subscription_id: nullable(references(text(), 'site.subscription', 'outgoing_mail_subscription')),
    /** The day on which it was due, or the news that it tells. */
    about: text(),
    state: text<MailState>(),
    tries: int(),
    due_at: instant(),
    /** Until when one sender has it to itself. */
    leased_until: nullable(instant()),
    /** What became of the last try, in words; null where it went well. */
    failure: nullable(text()),
    queued_at: instant(),
    ended_at: nullable(instant()),
  },
  indices: [
    { name: 'outgoing_mail_due', columns: ['state', 'due_at'] },
    { name: 'outgoing_mail_of_owner', columns: ['owner', 'queued_at'] },
    { name: 'outgoing_mail_of_subscription', columns: ['subscription_id'] },
  ],
});
/** HANDING: on its way to the mail server. UNSURE: the way broke off where nobody can say whether the server took it. */
export type MailState = 'WAITING' | 'HANDING' | 'SENT' | 'FAILED' | 'UNSURE';
export type OutgoingMailRow = RowIn<typeof outgoingMail>;
