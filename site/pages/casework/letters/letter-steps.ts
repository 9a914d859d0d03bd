import type { FastifyRequest } from 'fastify';
import { londonDayOf } from '../../../../domain/calendar/day';
import type { WriteDocument } from '../../../documents/write-document';
import { dayFields, readDayFields } from '../../../forms/day-field';
import { textOf, textsIn } from '../../../forms/fields';
import type {
  LetterCameFragment,
  LetterShownFragment,
  LetterStep,
} from '../../../operations/__generated__/operations';
import { LETTER_COMMANDS } from '../../../operations/letter-commands.generated';
import type { Form } from '../../../server/check-form';
import { askingOf, type SiteMakers } from '../../page-makers';
import { keyOf } from '../commands/came';
import type { AskedLetters } from './ask-letters';
import { keepLetter } from './keep-letter';
import { askLetter, type LetterRefusedForm, lostForm, refusedLetter } from './letter-came';
import { fieldOf } from './letter-view';

export type LetterMakers = Pick<
  SiteMakers,
  'page' | 'gateway' | 'nameOf' | 'clock' | 'council' | 'documents'
> & {
  readonly write: WriteDocument;
};

/** A step that somebody asks for of a letter, with the form as it was sent. */
export interface StepAsked {
  readonly of: AskedLetters;
  readonly letter: LetterShownFragment;
  readonly form: Form;
}

type Sending = (
  makers: LetterMakers,
  request: FastifyRequest,
  asked: StepAsked,
) => Promise<LetterCameFragment | LetterRefusedForm | null>;

const isForm = (came: LetterCameFragment | LetterRefusedForm): came is LetterRefusedForm =>
  'problems' in came;

/** What is in the way of a step, or null where it was done. */
export async function doStep(
  makers: LetterMakers,
  request: FastifyRequest,
  step: LetterStep,
  asked: StepAsked,
): Promise<LetterRefusedForm | null> {
  const came = await STEPS[step](makers, request, {
    ...asked,
    form: { ...asked.form, key: keyOf(asked.form) },
  });
  if (came === null) return lostForm(asked.form);
  return isForm(came) ? came : refusedLetter(came, asked.form, (part) => fieldFor(step, part));
}

/** The field of a page that a part of a command is; null for none, so that it is said at the top. */
function fieldFor(step: LetterStep, part: string): string | null {
  if (step === 'SEND') return part === 'on' || part === 'how' ? part : null;
  if (step === 'RETURN') return part === 'reason' ? part : null;
  return step === 'SAVE' ? fieldOf(part) : null;
}

const targetOf = ({ form, letter }: StepAsked) => ({
  ...{ key: keyOf(form), id: letter.id, version: Number(textOf(form, 'version')) },
});

/** A step that takes nothing besides the letter. */
const plain =
  (command: 'submitLetter' | 'approveLetter' | 'dropLetter'): Sending =>
  ({ gateway }, request, asked) =>
    askLetter(gateway.ask(LETTER_COMMANDS[command][asked.of.stream], targetOf(asked), askingOf(request)));

const save: Sending = ({ gateway }, request, asked) => {
  const { form, letter, of } = asked;
  const paragraphs = letter.paragraphs.map(({ part }) => ({ part, text: textOf(form, fieldOf(part)) }));
  const taken = { ...targetOf(asked), paragraphs, addressAnew: textOf(form, 'addressAnew') === 'true' };
  return askLetter(gateway.ask(LETTER_COMMANDS.saveLetter[of.stream], taken, askingOf(request)));
};

const giveBack: Sending = ({ gateway }, request, asked) => {
  const taken = { ...targetOf(asked), reason: textOf(asked.form, 'reason') };
  return askLetter(gateway.ask(LETTER_COMMANDS.returnLetter[asked.of.stream], taken, askingOf(request)));
};

/** Keeps the letter as it leaves, and records that it was sent: nothing is attached for a letter that cannot go. */
const send: Sending = async (makers, request, asked) => {
  const { form, letter, of } = asked;
  const wrong = (field: string | null, says: string): LetterRefusedForm => ({
    ...{ problems: [{ field, says }], status: 400, form, isChanged: false },
  });
  const { day: on, problem } = readDayFields(
    textsIn(form, dayFields('on')),
    'on',
    'the day on which it is sent',
  );
  if (problem !== null) return { ...wrong('on', ''), problems: [problem] };
  if (on > londonDayOf(makers.clock.now()))
    return wrong('on', 'That day is still to come. Give the day on which it is sent.');
  const how = textOf(form, 'how');
  if (how !== 'POST' && how !== 'EMAIL') return wrong('how', 'Say by which way it goes.');
  const whyNot = letter.steps.find(({ step }) => step === 'SEND')?.whyNot ?? null;
  const isSeen = String(letter.version) === textOf(form, 'version');
  // Sent before by this very form: the gateway answers as it was done.
  const documents = letter.status === 'SENT' ? { ids: letter.documents.map(({ id }) => id) } : null;
  if (documents === null && whyNot !== null) return wrong(null, whyNot);
  if (documents === null && !isSeen) return changed(form, letter);
  const attached = (of.live.documents ?? []).map(({ id }) => id);
  const kept = documents ?? (await keepLetter(makers, request, { letter, of, on, attached }));
  if ('refused' in kept) return wrong(null, kept.refused);
  const taken = { ...targetOf(asked), on, how, documents: kept.ids } as const;
  return askLetter(makers.gateway.ask(LETTER_COMMANDS.sendLetter[of.stream], taken, askingOf(request)));
};

const changed = (form: Form, letter: LetterShownFragment): LetterRefusedForm => ({
  problems: [
    {
      field: null,
      says: 'Somebody changed the letter since you looked at it. Read it again before it leaves.',
    },
  ],
  ...{ status: 409, isChanged: true, form: { ...form, version: String(letter.version) } },
});

const STEPS: Readonly<Record<LetterStep, Sending>> = {
  SAVE: save,
  SUBMIT: plain('submitLetter'),
  APPROVE: plain('approveLetter'),
  RETURN: giveBack,
  SEND: send,
  DROP: plain('dropLetter'),
};
