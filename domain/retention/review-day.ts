import { type Day, dayOf, dayOfMonthOf, isBefore, monthNumberOf, yearOf } from '../calendar/day';

/** For how long the people of a complaint are kept, before somebody looks whether they still have to be. */
export interface RetentionRule {
  /** Of complaints that were closed from this day on; those of before go by the oldest rule. */
  readonly inForceFrom: Day;
  readonly source: string;
  /** Whole years after the complaint was closed. */
  readonly years: number;
  /** Where the complaint is about a child: at least until the child has this age, in whole years. */
  readonly child?: { readonly untilAge: number; readonly lookedAfterUntilAge: number };
}

/** What the records do not say, and a person has to know before they decide. */
export type RetentionGap = 'CLOSING_NOT_RECORDED' | 'AGE_NOT_RECORDED' | 'CARE_NOT_RECORDED';

/** A complaint that has ended, as the records have it. */
export interface EndedComplaint {
  readonly receivedOn: Day;
  /** The last day on which a stage was closed or answered; null where none says so. */
  readonly closedOn: Day | null;
  /** The newest day that any stage speaks of. */
  readonly lastDay: Day;
  /** Null where it is about no child; of a child what was recorded, as it was written. */
  readonly child: { readonly ageBand: string | null; readonly lookedAfter: boolean | null } | null;
}

/** From when on somebody looks whether people are still to be kept, by which rule, and what the records leave open. */
export interface Review {
  readonly reviewOn: Day;
  readonly source: string;
  readonly gaps: readonly RetentionGap[];
}

/**
 * The day from which the people of a complaint are due for review. Of a child only an age band is recorded: its youngest age
 * counts, so that no review comes before the birthday. An age that is not recorded counts as none, and care that is not
 * recorded as no care: both are said. Throws where a stream has no rule.
 */
export function reviewDay(rules: readonly RetentionRule[], complaint: EndedComplaint): Review {
  const { closedOn, lastDay, child } = complaint;
  const from = closedOn ?? lastDay;
  const rule = ruleOf(rules, from);
  const gaps: RetentionGap[] = closedOn === null ? ['CLOSING_NOT_RECORDED'] : [];
  const after = addYears(from, rule.years);
  if (child === null || rule.child === undefined) return { reviewOn: after, source: rule.source, gaps };
  const age = youngestAge(child.ageBand);
  if (age === null) gaps.push('AGE_NOT_RECORDED');
  if (child.lookedAfter === null) gaps.push('CARE_NOT_RECORDED');
  const until = child.lookedAfter === true ? rule.child.lookedAfterUntilAge : rule.child.untilAge;
  const birthday = addYears(complaint.receivedOn, Math.max(until - (age ?? 0), 0));
  return { reviewOn: isBefore(after, birthday) ? birthday : after, source: rule.source, gaps };
}

function ruleOf(rules: readonly RetentionRule[], on: Day): RetentionRule {
  const [oldest, ...others] = [...rules].sort((a, b) => (isBefore(a.inForceFrom, b.inForceFrom) ? -1 : 1));
  if (oldest === undefined) throw new Error('A stream says for how long it keeps people');
  return others.filter(({ inForceFrom }) => !isBefore(on, inForceFrom)).at(-1) ?? oldest;
}

/** The youngest age of a band as systems write them ("10-15", "16+", "7"); null for what does not begin with an age. */
function youngestAge(band: string | null): number | null {
  const [, age] = /^\s*(\d{1,2})(?=\D|$)/.exec(band ?? '') ?? [];
  return age === undefined ? null : Number(age);
}

/** The same day so many years later; the first of March where that year has no 29 February. */
function addYears(day: Day, years: number): Day {
  const year = yearOf(day) + years;
  const same = dayOf({ year, month: monthNumberOf(day), dayOfMonth: dayOfMonthOf(day) });
  const found = same ?? dayOf({ year, month: 3, dayOfMonth: 1 });
  if (found === null) throw new Error('The calendar does not reach the day of a review');
  return found;
}
