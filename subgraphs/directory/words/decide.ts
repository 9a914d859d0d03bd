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
  keepDecision,
  lastDecision,
  type Meaning,
  subjectOf,
  type WordKind,
} from './decisions';
import {
  type AlreadyMeans,
  asMapped,
  inWords,
  type Mapped,
  type WordChanged,
  wordAlreadyMeans,
  wordChanged,
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
  /** Null where nobody wrote one: only for the first meaning of a word. */
  readonly reason: string | null;
  /** The version of the decision that this one takes the place of; null where a word that means something else is refused. */
  readonly basedOnVersion: number | null;
}

/** What every decision can come to. */
export type Decided =
  | Mapped
  | AlreadyMeans
  | WordChanged
  | Refused<'WordUnusable'>
  | Refused<'ReasonUnusable'>;

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
  const { kind, source, written, means, reason, basedOnVersion } = asked;
  const from = readGivenDay('from', asked.from, isDay);
  const word = foldWord(written);
  if (word === '' || word.length > MOST_CHARACTERS) return no(wordUnusable(MOST_CHARACTERS));
  const refused = reason === null && basedOnVersion === null ? null : reasonUnusable(reason ?? '');
  if (refused !== null) return no(refused);
  const subject = subjectOf(asked);
  const last = await lastDecision(context.transaction, subject);
  const standing = alreadyDecided({ ...asked, from }, last) ?? (await alreadyKnown(asked, last, known));
  if (standing !== null) return no(standing);
  const decision = await decideOn(context, last, {
    ...{ subject, kind, source, word, written: written.trim(), means, from_day: from, is_kept: true },
    reason: reason?.trim() ?? null,
  });
  await tell(context, decision);
  return { result: asMapped(decision), isNew: true };
}

/** What stands in the way of a decision, or makes it needless; null where nothing does. */
function alreadyDecided(
  { written, means, from, basedOnVersion }: Asked & { readonly from: string },
  last: Decision | null,
): Decided | null {
  const isSame = last?.is_kept === true && inWords(last.means) === inWords(means);
  if (basedOnVersion !== null) {
    if (isSame && last.from_day === from) return asMapped(last);
    return basedOnVersion === (last?.version ?? 0) ? null : wordChanged(written, last);
  }
  if (isSame) return last.from_day <= from ? asMapped(last) : null;
  return last?.is_kept ? wordAlreadyMeans(written, inWords(last.means)) : null;
}

/** What a word that nobody gave a meaning to means all the same: it needs no decision, unless one was taken back. */
async function alreadyKnown(
  { written, means }: Asked,
  last: Decision | null,
  known: () => Promise<Mapped | null>,
): Promise<Decided | null> {
  const always = last?.is_kept ? null : await known();
  if (always === null) return null;
  if (always.meaning !== inWords(means)) return wordAlreadyMeans(written, always.meaning);
  return last === null ? always : null;
}

/** Keeps the next decision on a word, in the name of who decides, and notes it. */
export async function decideOn(
  context: OperationContext,
  last: Decision | null,
  what: Omit<Decision, 'version' | 'decided_by' | 'decided_at'>,
): Promise<Decision> {
  const { transaction, identity, clock } = context;
  const version = (last?.version ?? 0) + 1;
  const decision = { ...what, version, decided_by: identity.subject, decided_at: clock.now() };
  await keepDecision(transaction, decision);
  const action = what.is_kept ? 'WORD_MAP' : 'WORD_RETRACT';
  await recordAudit(context, { schema: 'directory', action, recordIds: [what.subject] });
  return decision;
}

/** Publishes what a word means by now, or that it means nothing. */
export async function tell({ transaction }: OperationContext, decision: Decision): Promise<void> {
  const { subject, version, kind, source, word, from_day: from, means, is_kept } = decision;
  const told = { kind, ...(source === null ? {} : { source }), word, from, ...means };
  const payload = wordMapped.parse(is_kept ? told : { ...told, isKept: false });
  await publish(transaction, 'directory', [wordMapped.event({ subject, version, payload })]);
}

const no = (result: Outcome['result']): Outcome => ({ result, isNew: false });
