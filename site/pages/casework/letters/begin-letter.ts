import type { FastifyRequest } from 'fastify';
import { textOf } from '../../../forms/fields';
import type {
  CaseLettersPartsFragment,
  LetterKind,
  Outcome,
} from '../../../operations/__generated__/operations';
import { LETTER_COMMANDS } from '../../../operations/letter-commands.generated';
import type { Form } from '../../../server/check-form';
import { signedIn } from '../../../server/visitor';
import { askingOf } from '../../page-makers';
import { eventTitle } from '../commands/why-not';
import type { AskedLetters } from './ask-letters';
import { askLetter, type LetterRefusedForm, lostForm, refusedLetter } from './letter-came';
import type { LetterMakers } from './letter-steps';
import { KIND_WORDS } from './letter-words';

type Fitting = NonNullable<CaseLettersPartsFragment['casework']>['fittingLetters'][number];

/** The letters that fit, the suggested one first and chosen. */
export const fittingItems = (fitting: readonly Fitting[], chosen: string) =>
  fitting.map(({ kind, event, isRecorded }, place) => ({
    value: kind,
    text: `${KIND_WORDS[kind]}${place === 0 ? ' (suggested)' : ''}`,
    hint: isRecorded
      ? `“${eventTitle(event)}” is recorded: the letter tells of it.`
      : `“${eventTitle(event)}” is not recorded yet: record it when the letter is sent.`,
    isChosen: chosen === '' ? place === 0 : chosen === kind,
  }));

const isKind = (text: string): text is LetterKind => Object.hasOwn(KIND_WORDS, text);

const OUTCOMES: readonly string[] = ['UPHELD', 'PARTIALLY_UPHELD', 'NOT_UPHELD'] satisfies readonly Outcome[];
const isOutcome = (text: string): text is Outcome => OUTCOMES.includes(text);

/** Begins a letter of the chosen kind, signed by whoever begins it: its id, or what is in the way. */
export async function beginLetter(
  { gateway, nameOf }: Pick<LetterMakers, 'gateway' | 'nameOf'>,
  request: FastifyRequest,
  { of, form, key }: { readonly of: AskedLetters; readonly form: Form; readonly key: string },
): Promise<{ readonly id: string } | LetterRefusedForm> {
  const [kind, outcome] = [textOf(form, 'kind'), textOf(form, 'outcome')];
  if (!isKind(kind))
    return { problems: [{ field: 'kind', says: 'Choose a letter.' }], status: 400, form, isChanged: false };
  const taken = {
    ...{ key, id: of.id, kind, outcome: isOutcome(outcome) ? outcome : null },
    signedBy: nameOf(signedIn(request).subject),
  };
  const came = await askLetter(gateway.ask(LETTER_COMMANDS.beginLetter[of.stream], taken, askingOf(request)));
  if (came === null) return lostForm(form);
  if (came.__typename === 'LetterDone') return { id: came.letter.id };
  return refusedLetter(came, form, (part) => (part === 'kind' ? part : null)) ?? lostForm(form);
}
