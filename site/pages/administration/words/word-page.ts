import { addressOf } from '../../../filters/address';
import { fieldsWith } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import { type PagePlace, pageLinks } from '../../../lists/page-place';
import type {
  MappedWordsQuery,
  OpenWordsQuery,
  WordChoicesQuery,
} from '../../../operations/__generated__/operations';
import { KINDS, type Kind, type ReadWord } from './read-word';
import { decidedWords, meaningsOf, openWords, ownCodes, WORDS_PATH } from './words-view';

/** What is shown in the form. */
export interface ShownWord {
  readonly kind: Kind;
  readonly typed: ReadWord['typed'];
  readonly problems: readonly Problem[];
  readonly status: number;
}

/** What the page of words shows. */
export function wordPage(options: {
  readonly shown: ShownWord;
  readonly choices: WordChoicesQuery;
  readonly decided: MappedWordsQuery;
  /** Null where it cannot be had just now. */
  readonly open: OpenWordsQuery | null;
  readonly place: PagePlace;
  /** What the address says: which word was kept just now, or changed. */
  readonly query: Readonly<Record<string, unknown>>;
}) {
  const { shown, choices, decided, open, place, query } = options;
  const { kind, typed, problems } = shown;
  const rows = decided.words === null ? [] : decidedWords(decided.words, choices);
  const named = (name: string) => {
    const word = query[name];
    return typeof word === 'string' && shown.status === 200 ? word : null;
  };
  const justKept = named('kept');
  return {
    ...{ kind, typed, problems, rows },
    kept: justKept,
    changed: named('changed'),
    kinds: Object.entries(KINDS).map(([name, text]) => ({
      ...{ text, href: addressOf(WORDS_PATH, {}, { kind: name }), isCurrent: name === kind },
    })),
    open: open?.faults ? openWords(open.faults, { kind, choices, kept: justKept }) : null,
    sources: [
      { value: '', text: 'Choose' },
      ...(choices.sources ?? []).map(({ name, title }) => ({ value: name, text: title })),
    ],
    meanings: meaningsOf(kind, choices),
    own: kind === 'closure-code' ? ownCodes(choices) : [],
    fields: fieldsOf(shown),
    links: linksOf(kind, place, rows.length, decided),
  };
}

function fieldsOf({ typed, problems }: ShownWord) {
  const field = fieldsWith(typed, problems);
  return {
    source: field('source', 'System that wrote it'),
    word: field('word', 'The word', 'As the system wrote it; capitals and spaces do not matter.'),
    meaning: field('meaning', 'What it means'),
    reason: field('reason', 'Why', 'For example, what whoever runs the system says of it'),
    from: field(
      'from',
      'From which day of receipt',
      'It counts for what was received on this day or later. For example, 1\u00a04\u00a02021',
    ),
  };
}

const linksOf = (kind: Kind, place: PagePlace, rows: number, { words }: MappedWordsQuery) =>
  pageLinks({
    ...{ path: WORDS_PATH, filter: {}, parameters: { kind }, place, rows },
    total: words?.totalCount ?? null,
    pageInfo: words?.pageInfo ?? { hasNextPage: false, endCursor: null },
  });
