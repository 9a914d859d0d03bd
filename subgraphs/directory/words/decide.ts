import { wordMapped } from '../../../contracts/events/word-mapped';
import { isDay } from '../../../domain/calendar/day';
import { foldWord } from '../../../domain/words/fold-word';
import { recordAudit } from '../../../platform/audit/record';
import { publish } from '../../../platform/outbox/outbox';
import { readGivenDay } from '../../../platform/server/read-day';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import {
  type Decision,
  decisionsOn,
  keepDecision,
  type Meaning,
  subjectOf,
  type WordKind,
} from './decisions';
import {
  type AlreadyMeans,
  asMapped,
  inWords,
  type Mapped,
  wordAlreadyMeans,
  wordUnusable,
} from './refusals';

const MOST_CHARACTERS = 200;

/** A word that somebody gives a meaning. */
export interface Asked {
  readonly kind: WordKind;
  readonly source: string | null;
  readonly written: string;
  readonly from: unknown;
  readonly means: Meaning;
  /** Null where nobody wrote one. */
  readonly reason: string | null;
}

/** What every decision can come to. */
export type Decided = Mapped | AlreadyMeans | Refused<'WordUnusable'> | Refused<'ReasonUnusable'>;

/** Whether it was decided just now, had been before, or cannot be. */
export interface Outcome {
  readonly result: Decided;
  readonly isNew: boolean;
}

/**
 * Decides what a word means and publishes it, unless the same was decided before for a day as early. `known` says what the
 * word means without any decision, in the order of the decisions: nobody else can decide on it meanwhile.
 */
export async function decide(
  context: OperationContext,
  asked: Asked,
  known: () => Promise<Mapped | null>,
): Promise<Outcome> {
  const { transaction, identity, clock } = context;
  const { kind, source, written, means, reason } = asked;
  const from = readGivenDay('from', asked.from, isDay);
  const word = foldWord(written);
  if (word === '' || word.length > MOST_CHARACTERS) return no(wordUnusable(MOST_CHARACTERS));
  const refused = reason === null ? null : reasonUnusable(reason);
  if (refused !== null) return no(refused);
  const subject = subjectOf(asked);
  const before = await decisionsOn(transaction, subject);
  const [first] = before;
  if (first !== undefined && inWords(first.means) !== inWords(means))
    return no(wordAlreadyMeans(written, inWords(first.means)));
  if (first !== undefined && first.from_day <= from) return no(asMapped(first));
  const always = first === undefined ? await known() : null;
  if (always !== null)
    return no(always.meaning === inWords(means) ? always : wordAlreadyMeans(written, always.meaning));
  const decision: Decision = {
    ...{ subject, kind, source, word, written: written.trim(), means, from_day: from },
    reason: reason?.trim() ?? null,
    decided_by: identity.subject,
    decided_at: clock.now(),
  };
  await keepDecision(transaction, decision);
  await publish(transaction, 'directory', [
    wordMapped.event({
      subject,
      version: before.length + 1,
      payload: wordMapped.parse({ kind, ...(source === null ? {} : { source }), word, from, ...means }),
    }),
  ]);
  await recordAudit(context, { schema: 'directory', action: 'WORD_MAP', recordIds: [subject] });
  return { result: asMapped(decision), isNew: true };
}

const no = (result: Outcome['result']): Outcome => ({ result, isNew: false });
