import { closureReasonName, findingName } from '../../../../domain/figures/names';
import { CLOSURE_REASONS, type ClosureReason, OUTCOMES, type Outcome } from '../../../../domain/findings';
import { dayFields, readDayFields } from '../../../forms/day-field';
import { textsIn } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { WordKind } from '../../../operations/__generated__/operations';
import type { Form } from '../../../server/check-form';

/** What kinds of words people give a meaning, and what the address calls each. */
export const KINDS = { 'closure-code': 'Closure codes', service: 'Services', channel: 'Channels' } as const;
export type Kind = keyof typeof KINDS;

/** The kind that an address names; closure codes where it names none. */
export const readKind = (text: unknown): Kind =>
  typeof text === 'string' && isKind(text) ? text : 'closure-code';
const isKind = (text: string): text is Kind => Object.hasOwn(KINDS, text);

const KIND_OF_DECISION: Readonly<Record<WordKind, Kind>> = {
  SERVICE: 'service',
  CHANNEL: 'channel',
  CLOSURE_CODE: 'closure-code',
};

/** The kind of a word as the graph names it. */
export const kindOfDecision = (kind: WordKind): Kind => KIND_OF_DECISION[kind];

/** How a stage can have ended: a finding with its answer, or another reason. */
interface Closing {
  readonly outcome: Outcome | null;
  readonly closureReason: ClosureReason;
}
const ALL: readonly (Closing & { readonly text: string })[] = [
  ...OUTCOMES.map((outcome) => ({
    ...{ outcome, closureReason: 'ANSWERED' as const, text: `Answered: ${findingName(outcome)}` },
  })),
  ...CLOSURE_REASONS.filter((reason) => reason !== 'ANSWERED').map((closureReason) => ({
    ...{ outcome: null, closureReason, text: closureReasonName(closureReason) },
  })),
];
/** By the finding, or by the reason where there is none. */
export const CLOSINGS = new Map<string, (typeof ALL)[number]>(
  ALL.map((closing) => [closing.outcome ?? closing.closureReason, closing]),
);

/** What was sent: as it was typed, and what is wrong with it. */
export interface ReadWord {
  readonly kind: Kind;
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly from: string | null;
}

/** Reads the form by which a word is given a meaning. */
export function readWord(form: Form): ReadWord {
  const typed = textsIn(form, ['kind', 'source', 'word', 'meaning', 'reason', ...dayFields('from')]);
  const kind = readKind(typed.kind);
  const problems: Problem[] = [];
  if (kind === 'closure-code' && !typed.source)
    problems.push({ field: 'source', says: 'Choose the system that wrote it.' });
  if (!typed.word) problems.push({ field: 'word', says: 'Write the word as the system wrote it.' });
  if (!typed.meaning || (kind === 'closure-code' && !CLOSINGS.has(typed.meaning)))
    problems.push({ field: 'meaning', says: 'Choose what it means.' });
  const { day, problem } = readDayFields(typed, 'from', 'the first day of receipt that it counts for');
  if (problem !== null) problems.push(problem);
  if (!typed.reason)
    problems.push({ field: 'reason', says: 'Say why: whoever asks later will want to know.' });
  return { kind, typed, problems, from: day };
}
