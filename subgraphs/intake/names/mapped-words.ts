import { keepMappedWords, readMappedWords } from '../../../casework/reference/mapped-words';
import { wordMapped } from '../../../contracts/events/word-mapped';
import { type MappedWord, type MappedWords, mappedWords } from '../../../domain/words/mapped-words';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { Follower } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';

/** A word in a fault, to which nobody had given a meaning. */
interface UnmappedWord {
  readonly source: string;
  readonly value: string;
}

/** How to look up the decision on a fault's word, by the codes of the faults that a decision resolves. */
const DECIDING: Readonly<
  Record<string, (words: MappedWords, word: UnmappedWord) => { kind: 'decided' | 'undecided' }>
> = {
  UNKNOWN_SERVICE: (words, { value }) => words.service(value),
  UNKNOWN_CHANNEL: (words, { value }) => words.channel(value),
  UNKNOWN_CLOSURE_CODE: (words, { source, value }) => words.closure({ source, written: value }),
  UNKNOWN_OUTCOME: (words, { source, value }) => words.closure({ source, written: value }),
};

/** Keeps what words were decided to mean, for later imports, and marks the faults that this resolves, or resolves no longer. */
export const mappedWordFollower: Follower = createFollower({
  name: 'words',
  follows: ['directory'],
  handlers: [
    on(wordMapped, async (transaction, events) => {
      await keepMappedWords(transaction, 'intake', events);
      await settleDecidedWords(transaction);
      await reopenUndecidedWords(transaction);
    }),
  ],
  async reset(transaction) {
    await transaction.query('delete from intake.mapped_word');
    await transaction.query(`update intake.fault set state = 'open' where state = 'mapped'`);
  },
});

/** Marks the faults whose words have a meaning by now, of dismissed rows too: those may be reopened. */
export async function settleDecidedWords(transaction: Transaction): Promise<void> {
  const decided = mappedWords(await readMappedWords(transaction, 'intake'));
  for (const [code, look] of Object.entries(DECIDING)) {
    const open = await wordsOf(transaction, code, UNMAPPED);
    const words = open.filter((word) => look(decided, word).kind === 'decided');
    await mark(transaction, { code, words, from: UNMAPPED, to: 'mapped' });
  }
}

/** The states of a fault whose word has no meaning. */
const UNMAPPED = ['open', 'dismissed'];

async function mark(
  transaction: Transaction,
  {
    code,
    words,
    from,
    to,
  }: { code: string; words: readonly UnmappedWord[]; from: readonly string[]; to: string },
): Promise<void> {
  if (words.length === 0) return;
  await transaction.query(
    `update intake.fault set state = $4
     from jsonb_to_recordset($2::jsonb) as word (source text, value text), intake.import_run as run
     where fault.code = $1 and fault.state = any ($3) and fault.value = word.value
       and run.id = fault.run_id and run.source = word.source`,
    [code, JSON.stringify(words), from, to],
  );
}

/** Opens the faults again whose words have no meaning any more. */
async function reopenUndecidedWords(transaction: Transaction): Promise<void> {
  const decided = mappedWords(await readMappedWords(transaction, 'intake'));
  for (const [code, look] of Object.entries(DECIDING)) {
    const mapped = await wordsOf(transaction, code, ['mapped']);
    const words = mapped.filter((word) => look(decided, word).kind === 'undecided');
    await mark(transaction, { code, words, from: ['mapped'], to: 'open' });
  }
}

/** The words that faults of a code hold in some states. */
function wordsOf(transaction: Transaction, code: string, states: readonly string[]): Promise<UnmappedWord[]> {
  return transaction.query<UnmappedWord>(
    `select distinct run.source, fault.value
     from intake.fault join intake.import_run as run on run.id = fault.run_id
     where fault.code = $1 and fault.state = any ($2) and fault.value is not null`,
    [code, states],
  );
}

/** What words were decided to mean, for an import's transaction. */
export const decidedWords = (transaction: Transaction): Promise<MappedWord[]> =>
  readMappedWords(transaction, 'intake');
