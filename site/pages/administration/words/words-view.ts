import { shortDayWords } from '../../../../domain/figures/days';
import { addressOf } from '../../../filters/address';
import type {
  MappedWordsQuery,
  OpenWordsQuery,
  WordChoicesQuery,
} from '../../../operations/__generated__/operations';
import { decidedOn } from '../office';
import { CLOSINGS, KINDS, type Kind, kindOfDecision } from './read-word';

export const WORDS_PATH = '/administration/words';
export const DECIDED_PATH = `${WORDS_PATH}/decided`;

const KIND_OF_FAULT: Readonly<Record<string, Kind>> = {
  UNKNOWN_CLOSURE_CODE: 'closure-code',
  UNKNOWN_SERVICE: 'service',
  UNKNOWN_CHANNEL: 'channel',
};
/** A system's name for people. */
export const sourceTitle = ({ sources }: WordChoicesQuery, name: string): string =>
  sources?.find((source) => source.name === name)?.title ?? name;

/** Words of a kind that imports met and nobody has given a meaning, the most frequent first. */
export function openWords(
  faults: NonNullable<OpenWordsQuery['faults']>,
  { kind, choices, kept }: { kind: Kind; choices: WordChoicesQuery; kept: string | null },
) {
  const counts = new Map<string, { source: string; word: string; count: number }>();
  for (const { node } of faults.edges) {
    if (node === null || node.value === null || KIND_OF_FAULT[node.code] !== kind) continue;
    // It has its meaning, which reaches its faults within moments.
    if (node.value === kept) continue;
    const { source, value: word } = node;
    const key = JSON.stringify([source, word]);
    counts.set(key, { source, word, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()]
    .sort((one, other) => other.count - one.count || one.word.localeCompare(other.word))
    .map(({ source, word, count }) => ({
      ...{ word, count, system: sourceTitle(choices, source) },
      href: `${addressOf(WORDS_PATH, {}, { kind, source, word })}#map`,
    }));
}

/** The kind of a word that an address names without saying which: that under which an import met it. */
export const metAs = (faults: OpenWordsQuery['faults'], word: string | undefined): Kind | null =>
  KIND_OF_FAULT[faults?.edges.find(({ node }) => node?.value === word)?.node?.code ?? ''] ?? null;

/** A meaning in words: a service or a channel by its name, a code by how the stage ended. */
export function meaningWords(kind: Kind, meaning: string, { services, channels }: WordChoicesQuery): string {
  const named = (kind === 'service' ? services : channels)?.find(({ id }) => id === meaning);
  if (kind !== 'closure-code') return named?.name ?? meaning;
  const [first = ''] = meaning.split(', ');
  return CLOSINGS.get(first)?.text ?? meaning;
}

/** The decisions on words as a table shows them. */
export function decidedWords(page: NonNullable<MappedWordsQuery['words']>, choices: WordChoicesQuery) {
  return page.edges.flatMap(({ node }) => {
    if (node === null) return [];
    const kind = kindOfDecision(node.kind);
    const means = meaningWords(kind, node.meaning, choices);
    return [
      {
        word: node.written,
        kind: KINDS[kind],
        system: node.source === null ? 'All systems' : sourceTitle(choices, node.source),
        means: node.isKept ? means : `Nothing: ${means} was taken back`,
        href: node.isNewest ? addressOf(DECIDED_PATH, {}, { id: node.id }) : null,
        from: node.from === null ? 'always' : shortDayWords(node.from),
        reason: node.reason ?? '',
        by: node.decidedBy ?? 'came with the product',
        on: node.decidedAt === null ? '' : decidedOn(node.decidedAt),
      },
    ];
  });
}

/** The codes that each system's importer knows, by what they mean. */
export const ownCodes = ({ sources }: WordChoicesQuery) =>
  (sources ?? [])
    .filter(({ closureCodes }) => closureCodes.length > 0)
    .map(({ title, closureCodes }) => {
      const byMeaning = new Map<string, string[]>();
      for (const { written, meaning } of closureCodes)
        byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), written]);
      const rows = [...byMeaning].map(([meaning, words]) => ({ means: ownMeaning(meaning), words }));
      return { system: title, rows };
    });

function ownMeaning(meaning: string): string {
  if (meaning === 'NOT_A_COMPLAINT') return 'Never was a complaint: the row is left out';
  const [first = ''] = meaning.split(', ');
  return CLOSINGS.get(first)?.text ?? meaning;
}

/** What a word of a kind can mean. */
export function meaningsOf(kind: Kind, { services, channels }: WordChoicesQuery) {
  const choose = { value: '', text: 'Choose' };
  if (kind === 'closure-code')
    return [choose, ...[...CLOSINGS].map(([value, { text }]) => ({ value, text }))];
  if (kind === 'channel')
    return [choose, ...(channels ?? []).map(({ id, name }) => ({ value: id, text: name }))];
  const named = (services ?? []).map(({ id, name, endedOn }) => ({
    value: id,
    text: endedOn === null ? name : `${name} (ended ${shortDayWords(endedOn)})`,
  }));
  return [choose, ...named];
}
