import type { ArticleTextFragment } from '../../operations/__generated__/operations';
import { textView } from './article-view';
import { changesBetween, isChanged } from './changes';
import { FIND_CHOICES } from './find-question';
import { articleHref, GUIDANCE_PATH, versionHref } from './paths';
import type { Problem, TypedArticle } from './read-article';
import { stepChoices } from './steps';
import { changeWords } from './words';

/** How a form stands. */
export interface EditState {
  readonly isNew: boolean;
  readonly typed: TypedArticle;
  readonly problems?: readonly Problem[];
  /** The article as somebody else left it meanwhile. */
  readonly changedTo?: ArticleTextFragment;
  /** The article as it stands, where it is known. */
  readonly standing?: ArticleTextFragment;
  /** Whether it is shown as it will look. */
  readonly isPreview?: boolean;
  /** Whether it was kept while somebody had to sign in again. */
  readonly isResumed?: boolean;
}

/** What the form of an article shows. */
export function editView(state: EditState) {
  const { isNew, typed, problems = [], changedTo, standing, isPreview, isResumed } = state;
  const isRefused = problems.length > 0 || changedTo !== undefined;
  const heading = isNew ? 'Write a new article' : 'Change this article';
  return {
    ...{ isNew, typed, problems, heading },
    title: `${isRefused ? 'Error: ' : ''}${heading}${typed.title === '' ? '' : `: ${typed.title}`}`,
    says: Object.fromEntries(problems.map(({ field, says }) => [field, says])),
    backHref: isNew ? GUIDANCE_PATH : articleHref(typed.id),
    choices: FIND_CHOICES,
    forSteps: stepChoices(typed),
    isForSteps: typed.steps.length + typed.enquirySteps.length > 0,
    bringsBack: standing?.isWithdrawn ?? false,
    isResumed: isResumed ?? false,
    preview: isPreview ? { ...textView(typed), isChecklist: typed.kind === 'CHECKLIST' } : null,
    conflict: changedTo ? conflictView(changedTo, typed) : null,
  };
}

/** What stands by now, beside what was typed. */
function conflictView(standing: ArticleTextFragment, typed: TypedArticle) {
  const changes = changesBetween(standing.body, typed.body);
  return {
    version: standing.version,
    change: changeWords(standing),
    note: standing.note,
    href: versionHref(standing.id, standing.version),
    ...{ title: standing.title, summary: standing.summary, body: standing.body },
    parts: [
      { name: 'Title', is: standing.title, typed: typed.title },
      { name: 'Summary', is: standing.summary, typed: typed.summary },
      { name: 'Owner', is: standing.owner, typed: typed.owner },
    ].filter((part) => part.is !== part.typed),
    changes: isChanged(changes) ? changes : null,
  };
}
