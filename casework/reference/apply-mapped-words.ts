import { wordMapped } from '../../contracts/events/word-mapped';
import { type MappedWords, mappedWords } from '../../domain/words/mapped-words';
import { createFollower, on } from '../../platform/outbox/event-contract';
import type { Follower } from '../../platform/server/subgraph';
import type { Transaction } from '../../platform/transaction/transaction';
import type { Dated } from '../stages/clock-days';
import { publishTouched } from '../stages/publish-touched';
import { keepMappedWords, lockMappedWords, readMappedWords } from './mapped-words';
import { type UnmappedWord, unmappedWords, type WordColumn } from './unmapped-words';

/**
 * Gives a stream's stages the meanings that directory published for their words, and publishes the complaints that changed by
 * it: figures follow without another load. What a stage was given stays, also when the follower is built anew.
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
        const complaints = new Set<string>();
        for (const column of unmappedWords) {
          for (const id of await resolve(transaction, { schema, column, words })) complaints.add(id);
        }
        await publishTouched(transaction, stream, [...complaints].sort());
      }),
    ],
    async reset(transaction) {
      await transaction.query(`delete from "${schema}".mapped_word`);
    },
  });
}

/** Sets what the words of a column mean, and returns the complaints concerned. */
async function resolve(
  transaction: Transaction,
  { schema, column: of, words }: { schema: string; column: WordColumn; words: MappedWords },
): Promise<string[]> {
  const { column, sets, where } = of;
  const open = await transaction.query<UnmappedWord>(
    `select distinct source, ${column} as written from "${schema}".stage where ${where}`,
  );
  const meant = open.flatMap((word) => {
    const looked = of.meaning(words, word);
    return looked.kind === 'undecided' ? [] : [{ ...word, from_day: looked.from, means: looked.means }];
  });
  if (meant.length === 0) return [];
  const stages = await transaction.query<{ complaint_id: string }>(
    `with resolved as (
       update "${schema}".stage set ${sets.map((name) => `${name} = word.means ->> '${name}'`).join(', ')}
       from jsonb_to_recordset($1::jsonb) as word (source text, written text, from_day date, means jsonb)
       where ${where} and stage.source = word.source and ${column} = word.written and received_on >= word.from_day
       returning complaint_id)
     select distinct complaint_id from resolved`,
    [JSON.stringify(meant)],
  );
  return stages.map(({ complaint_id }) => complaint_id);
}
