import type { Lookup, MappedWords } from '../../domain/words/mapped-words';

/** A word as a system wrote it. */
export interface WrittenWord {
  readonly source: string;
  readonly written: string;
}

/** A column of words as they were written, and what a meaning of such a word sets. */
export interface WordColumn {
  readonly column: string;
  readonly sets: readonly string[];
  meaning(words: MappedWords, word: WrittenWord): Lookup<Readonly<Record<string, string | null>>>;
  /** The column that says whether people decide what the word of a stage means: its importer knew none. */
  readonly isDecided: string;
  readonly index: string;
}

const wordColumn = (name: string, of: Omit<WordColumn, 'column' | 'isDecided' | 'index'>): WordColumn => ({
  ...of,
  column: `${name}_written`,
  isDecided: `${name}_decided`,
  index: `stage_by_decided_${name}`,
});

/** The words of a stage that people can give a meaning. */
export const wordColumns: readonly WordColumn[] = [
  wordColumn('service', {
    sets: ['service_id'],
    meaning: (words, { written }) => over(words.service(written), (service_id) => ({ service_id })),
  }),
  wordColumn('channel', {
    sets: ['channel'],
    meaning: (words, { written }) => over(words.channel(written), (channel) => ({ channel })),
  }),
  wordColumn('closure_code', {
    sets: ['outcome', 'closure_reason'],
    meaning: (words, word) =>
      over(words.closure(word), ({ outcome, closureReason }) => ({ outcome, closure_reason: closureReason })),
  }),
];

function over<Meaning, Sets>(looked: Lookup<Meaning>, sets: (means: Meaning) => Sets): Lookup<Sets> {
  return looked.kind === 'undecided' ? looked : { ...looked, means: sets(looked.means) };
}
