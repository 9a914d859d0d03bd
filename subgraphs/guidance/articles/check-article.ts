import { isDay } from '../../../domain/calendar/day';
import type { Refused } from '../../../platform/server/refusal';
import type { ArticleKind, ArticleRow } from '../tables';

/** The parts of an article that people write. */
export type ArticleText = Pick<
  ArticleRow,
  'kind' | 'title' | 'summary' | 'body' | 'owner' | 'stream' | 'review_due_on' | 'steps' | 'enquiry_steps'
>;

/** An article's text as it comes. */
export interface WrittenArticle {
  readonly kind: ArticleKind;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly owner: string;
  readonly stream?: ArticleRow['stream'] | undefined;
  readonly reviewDueOn: unknown;
  /** Left out, it is for the same steps as before. */
  readonly steps?: readonly string[] | null | undefined;
  readonly enquirySteps?: readonly string[] | null | undefined;
}

/** The text of an article as it was written, that may leave out which steps it is for. */
export type CheckedText = Omit<ArticleText, 'steps' | 'enquiry_steps'> & {
  readonly [Part in 'steps' | 'enquiry_steps']: string[] | null;
};

export interface ArticleUnusable extends Refused<'ArticleUnusable'> {
  readonly part: string;
}

/** The most characters of each part. A body of that length is some 40 printed pages. */
const MOST = { title: 200, summary: 500, body: 100_000, owner: 100 } as const;

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const MOST_ID = 80;

/** Null for an id that an article may have. */
export function idUnusable(id: string): ArticleUnusable | null {
  if (ID.test(id) && id.length <= MOST_ID) return null;
  return unusable(
    'id',
    `An article's id has small letters and digits, with single hyphens between words: at most ${MOST_ID} characters.`,
  );
}

/** Null for a day by which an article can be looked at again. */
export function reviewDayUnusable(day: unknown, today: string): ArticleUnusable | null {
  if (typeof day === 'string' && isDay(day) && day >= today) return null;
  return unusable('reviewDueOn', 'Give a day that is still to come, by which it is to be looked at again.');
}

/** The text as it can be kept, or what is wrong with its first part that is. */
export function checkArticle(written: WrittenArticle, today: string): CheckedText | ArticleUnusable {
  for (const part of ['title', 'summary', 'body', 'owner'] as const) {
    const length = written[part].trim().length;
    if (length === 0 || length > MOST[part])
      return unusable(part, `Its ${part} has 1 to ${MOST[part]} characters besides spaces at its ends.`);
  }
  const refused = reviewDayUnusable(written.reviewDueOn, today);
  if (refused !== null) return refused;
  return {
    kind: written.kind,
    title: written.title.trim(),
    summary: written.summary.trim(),
    body: written.body.trim(),
    owner: written.owner.trim(),
    stream: written.stream ?? null,
    review_due_on: String(written.reviewDueOn),
    steps: eachOnce(written.steps),
    enquiry_steps: eachOnce(written.enquirySteps),
  };
}

const eachOnce = (steps: readonly string[] | null | undefined): string[] | null =>
  steps ? [...new Set(steps)].sort() : null;

/** A text that is for the steps that it says, else for those of the article as it stands. */
export const withSteps = (
  text: CheckedText,
  standing: Pick<ArticleText, 'steps' | 'enquiry_steps'> | null,
): ArticleText => ({
  ...text,
  steps: text.steps ?? standing?.steps ?? [],
  enquiry_steps: text.enquiry_steps ?? standing?.enquiry_steps ?? [],
});

/** Whether two articles say the same. */
export const saysTheSame = (one: ArticleText, other: ArticleText): boolean =>
  (['kind', 'title', 'summary', 'body', 'owner', 'stream', 'review_due_on'] as const).every(
    (part) => one[part] === other[part],
  ) && (['steps', 'enquiry_steps'] as const).every((part) => one[part].join() === other[part].join());

const unusable = (part: string, message: string): ArticleUnusable => ({
  __typename: 'ArticleUnusable',
  code: 'ARTICLE_UNUSABLE',
  ...{ message, part },
});
