import { ownOf } from '../../../platform/tables/own-of';
import { renderMarkdown } from '../../markdown/render-markdown';
import type { ArticleTextFragment } from '../../operations/__generated__/operations';
import { procedureHref } from '../procedures/paths';
import { articleHref } from './paths';
import { stepsWords } from './steps';
import { aboutWords, changeWords, KINDS, reviewWords } from './words';

/** From how many parts on a text has a list of contents. */
const LONG_PARTS = 4;

/** What was done to the article a moment ago, by the word in the address. */
const DID: Readonly<Record<string, string>> = {
  saved: 'Saved. This is what stands by now.',
  reviewed: 'Noted: it was looked at, and holds.',
  withdrawn: 'Withdrawn. It is in no list any more, and all its versions stay.',
};

/** What the page of an article shows. `did` is the word in its address for what was done just now. */
export function articleView(
  article: ArticleTextFragment,
  { isKeeper, did }: { isKeeper: boolean; did: unknown },
) {
  const { id, kind, title, summary, stream, version } = article;
  const href = articleHref(id);
  return {
    ...{ title, summary, version, isKeeper },
    ...textView(article),
    done: ownOf(DID, did) ?? null,
    kind: KINDS[kind] ?? kind,
    isChecklist: kind === 'CHECKLIST',
    about: aboutWords(stream),
    owner: article.owner,
    forSteps: stepsWords(article),
    review: reviewWords(article),
    isWithdrawn: article.isWithdrawn,
    change: changeWords(article),
    note: article.changedBy === null ? null : article.note,
    procedure: stream === null ? null : { name: aboutWords(stream), href: procedureHref(stream) },
    hrefs: {
      ...{ versions: `${href}/versions`, edit: `${href}/edit` },
      ...{ review: `${href}/review`, withdraw: `${href}/withdraw` },
    },
  };
}

/** The text of an article, with a list of contents where it is long. */
export function textView({ body }: { readonly body: string }) {
  const { html, parts } = renderMarkdown(body);
  return { html, contents: parts.length < LONG_PARTS ? [] : parts };
}
