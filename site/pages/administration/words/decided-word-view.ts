import { fieldsWith } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import { type PagePlace, pageLinks } from '../../../lists/page-place';
import type { DecidedWordQuery, WordChoicesQuery } from '../../../operations/__generated__/operations';
import { kindOfDecision } from './read-word';
import { DECIDED_PATH, decidedWords, meaningsOf, meaningWords, sourceTitle } from './words-view';

/** What the page of one word shows: what it means by now, all that was decided on it, and the forms. */
export function decidedWordPage({
  word,
  words,
  choices,
  place,
  shown: { typed, problems },
}: {
  readonly word: NonNullable<DecidedWordQuery['word']>;
  readonly words: DecidedWordQuery['words'];
  readonly choices: WordChoicesQuery;
  readonly place: PagePlace;
  readonly shown: { readonly typed: Readonly<Record<string, string>>; readonly problems: readonly Problem[] };
}) {
  const kind = kindOfDecision(word.kind);
  const field = fieldsWith(typed, problems);
  const rows = words === null ? [] : decidedWords(words, choices);
  return {
    ...{ word, kind, typed, problems, rows, meanings: meaningsOf(kind, choices) },
    system: word.source === null ? 'All systems' : sourceTitle(choices, word.source),
    means: meaningWords(kind, word.meaning, choices),
    fields: {
      meaning: field('meaning', 'What it means'),
      from: field('from', 'From which day of receipt', 'What was received before has no meaning then.'),
      reason: field('reason', 'Why', 'For example, what whoever runs the system says of it'),
      why: field('why', 'Why it is taken back'),
    },
    links: pageLinks({
      ...{ path: DECIDED_PATH, filter: {}, parameters: { id: word.id }, place, rows: rows.length },
      total: words?.totalCount ?? null,
      pageInfo: words?.pageInfo ?? { hasNextPage: false, endCursor: null },
    }),
  };
}
