import { textOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import { RHYTHMS, type Schedule } from '../../post/schedule';
import { LAST_DAY_OF_MONTH } from '../../post/schedule-words';
import type { Wanted } from '../../post/subscriptions';
import type { Form } from '../../server/check-form';

/** What a form for a mail said, as it was typed. */
export interface TypedSubscription {
  readonly view: string;
  readonly every: string;
  readonly weekday: string;
  readonly monthDay: string;
}

export interface ReadSubscription {
  readonly typed: TypedSubscription;
  /** Null where something is wrong. */
  readonly wanted: Wanted | null;
  readonly problems: readonly Problem[];
}

/** What the form says before anybody has chosen. */
export const UNCHOSEN: TypedSubscription = { view: '', every: 'WEEK', weekday: '1', monthDay: '1' };

/** Reads what somebody wants by mail, and when. */
export function readSubscription(form: Form): ReadSubscription {
  const typed = {
    ...{ view: textOf(form, 'view'), every: textOf(form, 'every') },
    ...{ weekday: textOf(form, 'weekday'), monthDay: textOf(form, 'monthDay') },
  };
  if (textOf(form, 'kind') === 'REPORTS') return { typed, wanted: { kind: 'REPORTS' }, problems: [] };
  const schedule = scheduleIn(typed);
  const problems = [
    ...(typed.view === '' ? [{ field: 'view', says: 'Choose one of your saved views.' }] : []),
    ...(schedule === null ? [{ field: 'every', says: 'Choose how often it comes, and on which day.' }] : []),
  ];
  const wanted = schedule === null || typed.view === '' ? null : wantedOf(typed.view, schedule);
  return { typed, wanted, problems };
}

const wantedOf = (viewId: string, schedule: Schedule): Wanted => ({ kind: 'VIEW', viewId, schedule });

function scheduleIn({ every, weekday, monthDay }: TypedSubscription): Schedule | null {
  const rhythm = RHYTHMS.find((each) => each === every);
  if (rhythm === undefined) return null;
  const onDay = rhythm === 'WEEK' ? numberIn(weekday, 7) : numberIn(monthDay, LAST_DAY_OF_MONTH);
  return onDay === null ? null : { every: rhythm, onDay };
}

function numberIn(text: string, most: number): number | null {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}
