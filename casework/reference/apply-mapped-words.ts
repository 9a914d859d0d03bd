import { wordMapped } from '../../contracts/events/word-mapped';
import { foldWord } from '../../domain/words/fold-word';
import { type MappedWords, mappedWords } from '../../domain/words/mapped-words';
import { createFollower, on } from '../../platform/outbox/event-contract';
import type { Follower } from '../../platform/server/subgraph';
import type { Transaction } from '../../platform/transaction/transaction';
import type { Dated } from '../stages/clock-days';
import { publishTouched } from '../stages/publish-touched';
import { type WordColumn, type WrittenWord, wordColumns } from './decided-words';
import { keepMappedWords, lockMappedWords, readMappedWords } from './mapped-words';

/**
 * Gives a stream's stages the meanings that directory published for their words, other ones in place of those, and none where a
 * meaning was taken back; and publishes the complaints that changed by it: figures follow without another load. What its
 * importer knew of a stage stays, and so does what a stage was given when the follower is built anew.
 */
export function wordFollower(stream: Dated): Follower {
  const { name: schema } = stream;
  return createFollower({
    name: 'words',
    follows: ['directory'],
    handlers: [
      on(wordMapped, async (transaction, events) => {
        await lockMappedWords(transaction, schema);
        await keepMappedWords(transaction, schema, events);
        const words = mappedWords(await readMappedWords(transaction, schema));
        const told = new Set(events.map(({ payload }) => payload.word));
        const complaints = new Set<string>();
        for (const column of wordColumns) {
          for (const id of await resolve(transaction, { schema, column, words, told })) complaints.add(id);
        }
        await publishTouched(transaction, stream, [...complaints].sort());
      }),
    ],
    async reset(transaction) {
      await transaction.query(`delete from "${schema}".mapped_word`);
    },
  });
}

interface Resolving {
  readonly schema: string;
  readonly column: WordColumn;
  readonly words: MappedWords;
  /** The words of which something was told, folded. */
  readonly told: ReadonlySet<string>;
}

/** Sets what the words that were told mean by now in a column, and returns the complaints whose stages that changed. */
async function resolve(
  transaction: Transaction,
  { schema, column: of, words, told }: Resolving,
): Promise<string[]> {
  const { column, sets, isDecided } = of;
  const written = await transaction.query<WrittenWord>(
    `select distinct source, ${column} as written from "${schema}".stage where ${isDecided}`,
  );
  const meant = written
    .filter((word) => told.has(foldWord(word.written)))
    .map((word) => {
      const looked = of.meaning(words, word);
      return looked.kind === 'undecided' ? word : { ...word, from_day: looked.from, means: looked.means };
    });
  if (meant.length === 0) return [];
  const now = (name: string) => `case when received_on >= word.from_day then word.means ->> '${name}' end`;
  const stages = await transaction.query<{ complaint_id: string }>(
    `with resolved as (
       update "${schema}".stage set ${sets.map((name) => `${name} = ${now(name)}`).join(', ')}
       from jsonb_to_recordset($1::jsonb) as word (source text, written text, from_day date, means jsonb)
       where ${isDecided} and stage.source = word.source and ${column} = word.written
         and (${sets.map((name) => `${name} is distinct from ${now(name)}`).join(' or ')})
       returning complaint_id)
     select distinct complaint_id from resolved`,
    [JSON.stringify(meant)],
  );
  return stages.map(({ complaint_id }) => complaint_id);
}
