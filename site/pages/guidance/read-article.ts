import { isDay } from '../../../domain/calendar/day';
import { STREAMS } from '../../filters/parts';
import { textOf, textsOf, wholeTextOf } from '../../forms/fields';
import type { ArticleInput, ArticleTextFragment } from '../../operations/__generated__/operations';
import type { Form } from '../../server/check-form';
import { TAKEN_IDS } from './paths';
import { isCaseStep, isEnquiryStep } from './steps';
import { isKind } from './words';

/** What somebody typed, as they typed it. */
export interface TypedArticle {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly owner: string;
  readonly stream: string;
  readonly reviewDueOn: string;
  readonly note: string;
  readonly steps: readonly string[];
  readonly enquirySteps: readonly string[];
  /** The version that they read before; 0 for a new article. */
  readonly basedOnVersion: number;
}

/** What is wrong, and the field that it is about; '' for the form as a whole. */
export interface Problem {
  readonly field: string;
  readonly says: string;
}

/** A form as it can be sent on, or what keeps it from that. */
export interface ReadArticle {
  readonly typed: TypedArticle;
  readonly problems: readonly Problem[];
  /** Null where there are problems. */
  readonly text: ArticleInput | null;
}

/** The version in a form; 0 where it names none. */
export function versionOf(form: Form, field = 'basedOnVersion'): number {
  const text = textOf(form, field);
  return /^\d{1,7}$/.test(text) ? Number(text) : 0;
}

/** Reads the form of an article. `today` is the first day by which one can be looked at again. */
export function readArticle(form: Form, { id, today }: { id: string | null; today: string }): ReadArticle {
  const title = textOf(form, 'title');
  const typed: TypedArticle = {
    id: id ?? (textOf(form, 'id') || idOf(title)),
    ...{ kind: textOf(form, 'kind'), title, summary: textOf(form, 'summary') },
    ...{ body: wholeTextOf(form, 'body'), owner: textOf(form, 'owner'), stream: textOf(form, 'stream') },
    ...{ reviewDueOn: textOf(form, 'reviewDueOn'), note: textOf(form, 'note') },
    ...{ steps: textsOf(form, 'steps'), enquirySteps: textsOf(form, 'enquirySteps') },
    basedOnVersion: versionOf(form),
  };
  const problems = problemsOf(typed, { isNew: id === null, today });
  const { kind, stream } = typed;
  if (problems.length > 0 || !isKind(kind)) return { typed, problems, text: null };
  const { summary, body, owner, reviewDueOn } = typed;
  const about = STREAMS.find((each) => each === stream) ?? null;
  const forSteps = {
    ...{ steps: typed.steps.filter(isCaseStep), enquirySteps: typed.enquirySteps.filter(isEnquiryStep) },
  };
  const text = { kind, title, summary, body, owner, stream: about, reviewDueOn, ...forSteps };
  return { typed, problems, text };
}

/** What the form shows of an article that stands. A day that has passed is not offered again. */
export const typedOf = (article: ArticleTextFragment): TypedArticle => ({
  ...{ id: article.id, kind: article.kind, title: article.title, summary: article.summary },
  ...{ body: article.body, owner: article.owner, stream: article.stream ?? '', note: '' },
  reviewDueOn: article.isReviewOverdue ? '' : article.reviewDueOn,
  ...{ steps: article.steps, enquirySteps: article.enquirySteps },
  basedOnVersion: article.version,
});

export const NOTHING_TYPED: TypedArticle = {
  ...{ id: '', kind: '', title: '', summary: '', body: '', owner: '', stream: '', note: '' },
  ...{ reviewDueOn: '', basedOnVersion: 0, steps: [], enquirySteps: [] },
};

/** By when something is to be looked at again: what is wrong with the day, if anything is. */
export function dayProblem(day: string, today: string): Problem[] {
  if (isDay(day) && day >= today) return [];
  return [
    { field: 'reviewDueOn', says: 'Give a day that is still to come, by which it is to be looked at again.' },
  ];
}

/** Whoever asks later wants to know why. */
export const noteProblem = (note: string): Problem[] =>
  note === '' ? [{ field: 'note', says: 'Say in a few words what changed and why.' }] : [];

function problemsOf(typed: TypedArticle, { isNew, today }: { isNew: boolean; today: string }): Problem[] {
  const blank = (field: 'title' | 'summary' | 'body' | 'owner', says: string): Problem[] =>
    typed[field].trim() === '' ? [{ field, says }] : [];
  const isKnown = typed.stream === '' || STREAMS.some((each) => each === typed.stream);
  return [
    ...(isKind(typed.kind) ? [] : [{ field: 'kind', says: 'Choose what it is for.' }]),
    ...blank('title', 'Give it a title.'),
    ...(isNew ? idProblem(typed.id) : []),
    ...blank('summary', 'Say in a sentence or two what it is about.'),
    ...blank('body', 'Write the text.'),
    ...blank('owner', 'Name the post that answers for it.'),
    ...(isKnown ? [] : [{ field: 'stream', says: 'Choose what it is about.' }]),
    ...dayProblem(typed.reviewDueOn, today),
    ...noteProblem(typed.note),
  ];
}

const idProblem = (id: string): Problem[] =>
  TAKEN_IDS.includes(id) ? [{ field: 'id', says: 'This address is taken by a page: choose another.' }] : [];

const MOST_ID = 80;

/** An address made of a title: "When does it start?" is `when-does-it-start`. */
function idOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_ID)
    .replaceAll(/^-+|-+$/g, '');
}
