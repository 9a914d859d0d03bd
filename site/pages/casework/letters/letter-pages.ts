import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { londonDayOf } from '../../../../domain/calendar/day';
import { createWriter } from '../../../documents/write-document';
import { dayFields, dayTyped } from '../../../forms/day-field';
import { fieldsWith, textOf, textsIn } from '../../../forms/fields';
import type { LetterShownFragment, LetterStep } from '../../../operations/__generated__/operations';
import { checkForm, type Form } from '../../../server/check-form';
import { complaintHref } from '../../complaints/rows';
import { queryOf, type SiteMakers, sendPage } from '../../page-makers';
import { keyOf } from '../commands/came';
import { eventTitle } from '../commands/why-not';
import { type AskedLetters, askLetters, letterIn } from './ask-letters';
import { beginLetter, fittingItems } from './begin-letter';
import type { LetterRefusedForm } from './letter-came';
import { doStep, type LetterMakers } from './letter-steps';
import { addresseeView, letterLine, letterView, paragraphFields } from './letter-view';
import { KIND_WORDS, letterHref, lettersHref } from './letter-words';

const PATH = '/complaints/:id/letters';
const NOTHING: LetterRefusedForm = { problems: [], status: 200, form: {}, isChanged: false };

/** The letters of a complaint: listed, begun, written paragraph by paragraph, read as they will leave, approved and sent. */
export function addLetterPages(app: FastifyInstance, given: Omit<LetterMakers, 'write'>): void {
  const makers: LetterMakers = { ...given, write: createWriter() };
  app.get(PATH, async (request, reply) =>
    sendLetters(makers, { request, reply }, await askLetters(makers, request), NOTHING),
  );
  app.post(PATH, async (request, reply) => {
    const form = checkForm(request);
    const of = await askLetters(makers, request);
    const begun = await beginLetter(makers, request, { of, form, key: keyOf(form) });
    return 'id' in begun
      ? reply.redirect(letterHref(of.id, begun.id), 303)
      : sendLetters(makers, { request, reply }, of, begun);
  });
  app.get(`${PATH}/:letter`, async (request, reply) => {
    const of = await askLetters(makers, request);
    const letter = letterIn(of, request);
    const isRead = letter.status !== 'DRAFT' || queryOf(request).read === 'true';
    return isRead
      ? sendRead(makers, { request, reply }, { of, letter }, NOTHING)
      : sendDraft(makers, { request, reply }, { of, letter }, { ...NOTHING, isFirst: true });
  });
  app.post(`${PATH}/:letter`, (request, reply) => takeStep(makers, { request, reply }));
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
interface Of {
  readonly of: AskedLetters;
  readonly letter: LetterShownFragment;
}

const STEPS: Readonly<Record<string, LetterStep>> = {
  ...{ save: 'SAVE', submit: 'SUBMIT', approve: 'APPROVE', return: 'RETURN', send: 'SEND', drop: 'DROP' },
};

/** Does what a button says; where it is refused, the page it came from says why, with all that was typed. */
async function takeStep(makers: LetterMakers, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const form = checkForm(request);
  const of = await askLetters(makers, request);
  const letter = letterIn(of, request);
  const step = STEPS[textOf(form, 'do')] ?? 'SAVE';
  const refused = await doStep(makers, request, step, { of, letter, form });
  const href = letterHref(of.id, letter.id);
  if (refused === null)
    return reply.redirect(step === 'DROP' ? lettersHref(of.id) : `${href}?read=true&did=${step}`, 303);
  const again = refused.isChanged ? await askLetters(makers, request) : of;
  const held = { of: again, letter: letterIn(again, request) };
  return step === 'SAVE' && held.letter.status === 'DRAFT'
    ? sendDraft(makers, exchange, held, { ...refused, isFirst: false })
    : sendRead(makers, exchange, held, refused);
}

const headOf = ({ id, reference, live }: AskedLetters) => ({
  ...{ reference, complaintHref: complaintHref(id), lettersHref: lettersHref(id), stands: live.stateTitle },
});

function sendLetters(
  { page, nameOf }: LetterMakers,
  { request, reply }: Exchange,
  of: AskedLetters,
  { problems, status, form }: LetterRefusedForm,
): FastifyReply {
  const { live } = of;
  const fields = fieldsWith(textsIn(form, ['outcome']), problems);
  const fitting = fittingItems(live.fittingLetters, textOf(form, 'kind'));
  return sendPage(
    reply,
    page(request, 'casework/letters/letters.njk', {
      ...headOf(of),
      ...{ problems, key: textOf(form, 'key') || randomUUID(), fitting },
      letters: (live.letters ?? []).map((letter) => letterLine(letter, nameOf)),
      kind: fields('kind', 'Which letter'),
      outcome: fields('outcome', 'What was found', 'For an answer, where it is not recorded yet.'),
      hasAnswer: live.fittingLetters.some(({ kind, isRecorded }) => kind === 'ANSWER' && !isRecorded),
    }),
    status,
  );
}

function sendDraft(
  { page }: LetterMakers,
  { request, reply }: Exchange,
  { of, letter }: Of,
  { problems, status, form, isChanged, isFirst }: LetterRefusedForm & { readonly isFirst: boolean },
): FastifyReply {
  return sendPage(
    reply,
    page(request, 'casework/letters/draft.njk', {
      ...headOf(of),
      ...{ problems, isChanged, href: letterHref(of.id, letter.id), kind: KIND_WORDS[letter.kind] },
      hidden: {
        key: keyOf(isFirst ? {} : form),
        version: isFirst ? letter.version : textOf(form, 'version'),
      },
      addressee: addresseeView(letter),
      addressAnew: textOf(form, 'addressAnew') === 'true',
      returnedBecause: letter.returnedBecause,
      fields: paragraphFields(letter, { form: isFirst ? null : form, problems, isChanged }),
    }),
    status,
  );
}

/** A letter as it is read before it leaves, and after. */
function sendRead(
  { page, nameOf, clock }: LetterMakers,
  { request, reply }: Exchange,
  { of, letter }: Of,
  { problems, status, form }: LetterRefusedForm,
): FastifyReply {
  const today = londonDayOf(clock.now());
  const typed = { ...dayTyped('on', today), how: 'POST', ...filledIn(form) };
  const fields = fieldsWith(typed, problems);
  return sendPage(
    reply,
    page(request, 'casework/letters/letter.njk', {
      ...headOf(of),
      ...{ problems, href: letterHref(of.id, letter.id), typed, letter: letterView(letter, nameOf) },
      hidden: { key: textOf(form, 'key') || randomUUID(), version: letter.version },
      did: DID[String(queryOf(request).did)] ?? null,
      next: letter.status === 'SENT' ? nextOf(of, letter) : null,
      on: fields('on', 'The day on which it is sent'),
      how: fields('how', 'By which way'),
      reason: fields('reason', 'What has to be changed'),
    }),
    status,
  );
}

const filledIn = (form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(textsIn(form, [...dayFields('on'), 'how', 'reason'])).filter(([, text]) => text !== ''),
  );

const DID: Readonly<Record<string, string>> = {
  SAVE: 'It was saved. Read it as it will leave.',
  SUBMIT: 'It was submitted. Somebody who wrote nothing of it approves it.',
  APPROVE: 'It was approved. It can be sent now.',
  RETURN: 'It was given back to be changed.',
  SEND: 'It was sent, and kept as PDF and as Word document.',
};

/** What is to be recorded now that a letter was sent; null where it is recorded already. */
function nextOf({ id, live }: AskedLetters, { kind }: LetterShownFragment) {
  const told = live.fittingLetters.find((one) => one.kind === kind);
  if (told === undefined || told.isRecorded) return null;
  return {
    href: `${complaintHref(id)}/do/${told.event.toLowerCase().replaceAll('_', '-')}`,
    title: eventTitle(told.event),
  };
}

/** What the pages of letters are made with. */
export type LetterPageMakers = Pick<
  SiteMakers,
  'page' | 'gateway' | 'nameOf' | 'clock' | 'council' | 'documents'
>;
