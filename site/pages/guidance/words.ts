import { londonDayOf } from '../../../domain/calendar/day';
import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import type { ArticleKind } from '../../operations/__generated__/operations';

/** What an article is for, as a page says it. */
export const KINDS: Readonly<Record<ArticleKind, string>> = {
  POLICY: 'Policy',
  GUIDE: 'Guide',
  CHECKLIST: 'Checklist',
  FAQ: 'Frequent question',
};

/** Whether the graph has such a kind. */
export const isKind = (text: string): text is ArticleKind => Object.hasOwn(KINDS, text);

/** What an article is about: a stream, or all. */
export const aboutWords = (stream: string | null): string =>
  stream === null ? 'All complaints' : streamName(stream);

/** By when an article is to be looked at again, and whether that day has passed. */
export function reviewWords({ reviewDueOn, isReviewOverdue }: Reviewed) {
  const day = dayWords(reviewDueOn);
  return isReviewOverdue
    ? { isOverdue: true, words: `Overdue: it was to be looked at again by ${day}` }
    : { isOverdue: false, words: `To be looked at again by ${day}` };
}

interface Reviewed {
  readonly reviewDueOn: string;
  readonly isReviewOverdue: boolean;
}

/** Who changed an article and when: "Changed on 29 November 2026 by olu". */
export function changeWords({ changedBy, changedAt }: Changed): string {
  const day = dayWords(londonDayOf(new Date(changedAt)));
  return changedBy === null ? `Came with the product on ${day}` : `Changed on ${day} by ${changedBy}`;
}

interface Changed {
  readonly changedBy: string | null;
  readonly changedAt: string;
}
