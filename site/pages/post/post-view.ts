import { dayWords } from '../../../domain/figures/days';
import { fieldsWith } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import type { OwnMail } from '../../post/own-mails';
import type { PostOffice } from '../../post/post-office';
import {
  MONTH_DAY_CHOICES,
  momentWords,
  RHYTHM_NAMES,
  scheduleWords,
  WEEKDAY_CHOICES,
} from '../../post/schedule-words';
import { subscribedPage } from '../../post/subscribed-page';
import { type OwnSubscription, scheduleOf } from '../../post/subscriptions';
import type { PostAddressRow } from '../../post/tables';
import type { SavedViewRow } from '../../tables';
import type { TypedSubscription } from './read-subscription';

/** What the page of mail is made of. */
export interface PostPage {
  readonly office: PostOffice | null;
  readonly address: PostAddressRow | null;
  readonly subscriptions: readonly OwnSubscription[];
  readonly mails: readonly OwnMail[];
  readonly views: readonly SavedViewRow[];
  readonly typed: TypedSubscription & { readonly address: string };
  readonly problems: readonly Problem[];
}

/** How a mail stands, in words, and the colour of its tag. */
const MAIL_STATES = {
  WAITING: { text: 'Waits', colour: 'grey' },
  HANDING: { text: 'On its way', colour: 'blue' },
  SENT: { text: 'Sent', colour: 'green' },
  FAILED: { text: 'Failed', colour: 'red' },
  UNSURE: { text: 'May not have come', colour: 'yellow' },
} as const;

/** The page in words. */
export function postView(page: PostPage) {
  const { office, address, typed, problems } = page;
  const field = fieldsWith({ ...typed }, problems);
  const offered = page.views.filter((view) => subscribedPage(view.address) !== null);
  return {
    problems,
    office: office && { isFolder: office.isFolder, domains: office.domains.join(' or ') },
    where: address && addressView(address),
    subscriptions: page.subscriptions.map((each) => subscriptionView(each, address)),
    hasNews: page.subscriptions.some(({ kind }) => kind === 'REPORTS'),
    mails: page.mails.map(mailView),
    hasViews: page.views.length > 0,
    views: offered.map(({ id, title }) => ({ value: id, text: title })),
    rhythms: Object.entries(RHYTHM_NAMES).map(([value, text]) => ({ value, text })),
    ...{ weekdays: WEEKDAY_CHOICES, monthDays: MONTH_DAY_CHOICES },
    fields: {
      address: field('address', 'Your mail address', hintOf(office)),
      view: field('view', 'Saved view'),
      every: field('every', 'How often'),
      weekday: field('weekday', 'Day of the week', 'Where it comes every week'),
      monthDay: field('monthDay', 'Day of the month', 'Where it comes every month or quarter'),
    },
  };
}

const hintOf = (office: PostOffice | null): string | null =>
  office && `At ${office.domains.join(' or ')}. A mail with a link will ask you to confirm it.`;

function addressView({ address, state, confirmed_at, stopped_because }: PostAddressRow) {
  return {
    ...{ address, state, stoppedBecause: stopped_because },
    confirmedOn: confirmed_at && dayWords(confirmed_at.toISOString().slice(0, 10)),
  };
}

function subscriptionView(subscription: OwnSubscription, address: PostAddressRow | null) {
  const { id, view_id, title, state, next_at } = subscription;
  const schedule = scheduleOf(subscription);
  const isComing = state === 'ON' && address?.state === 'CONFIRMED';
  const action = `/post/subscriptions/${encodeURIComponent(id)}`;
  return {
    ...{ id, isOn: state === 'ON', pausedBecause: subscription.paused_because },
    title: title ?? NEWS_OF_REPORTS,
    href: view_id === null ? null : `/views/${encodeURIComponent(view_id)}`,
    when: schedule === null ? 'as it happens' : scheduleWords(schedule),
    next: isComing && next_at !== null ? momentWords(next_at) : null,
    pauseAction: `${action}/pause`,
    goOnAction: `${action}/go-on`,
    endAction: `${action}/end`,
  };
}

const NEWS_OF_REPORTS = 'News of reports';

function mailView({ id, subscription_id, title, state, failure, queued_at, due_at }: OwnMail) {
  return {
    what: subscription_id === null ? 'Link to confirm your address' : (title ?? NEWS_OF_REPORTS),
    due: momentWords(queued_at),
    state: MAIL_STATES[state],
    says: failure,
    next: state === 'WAITING' && failure !== null ? momentWords(due_at) : null,
    againAction:
      state === 'FAILED' || state === 'UNSURE' ? `/post/mails/${encodeURIComponent(id)}/again` : null,
  };
}
