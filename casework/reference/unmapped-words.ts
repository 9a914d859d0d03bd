import type { Lookup, MappedWords } from '../../domain/words/mapped-words';

/** A word that some stages hold as it was written, and no meaning for it. */
export interface UnmappedWord {
  readonly source: string;
  readonly written: string;
}

/** A column of words as they were written, and what a meaning of such a word sets. */
export interface WordColumn {
  readonly column: string;
  readonly sets: readonly string[];
  meaning(words: MappedWords, word: UnmappedWord): Lookup<Readonly<Record<string, string | null>>>;
  /** What makes the word of a stage one without a meaning, as the index holds it. */
  readonly where: string;
  readonly index: string;
}

const wordColumn = (of: Omit<WordColumn, 'where' | 'index'>): WordColumn => ({
  ...of,
  index: `stage_by_open_${of.column.replace('_written', '')}`,
  where: [...of.sets.map((name) => `(${name} IS NULL)`), `(${of.column} IS NOT NULL)`].join(' AND '),
});

/** The words of a stage that people can give a meaning. */
export const unmappedWords: readonly WordColumn[] = [
  wordColumn({
    column: 'service_written',
    sets: ['service_id'],
    meaning: (words, { written }) => over(words.service(written), (service_id) => ({ service_id })),
  }),
  wordColumn({
    column: 'channel_written',
    sets: ['channel'],
    meaning: (words, { written }) => over(words.channel(written), (channel) => ({ channel })),
  }),
  wordColumn({
    column: 'closure_code_written',
    sets: ['outcome', 'closure_reason'],
    meaning: (words, word) =>
      over(words.closure(word), ({ outcome, closureReason }) => ({ outcome, closure_reason: closureReason })),
  }),
];

function over<Meaning, Sets>(looked: Lookup<Meaning>, sets: (means: Meaning) => Sets): Lookup<Sets> {
  return looked.kind === 'undecided' ? looked : { ...looked, means: sets(looked.means) };
}
