import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { askCommand } from '../../../forms/ask-command';
import { fieldsWith, textOf } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import { CallToDealWithDocument, DealWithCallDocument } from '../../../operations/__generated__/operations';
import { checkForm, type Form } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { complaintHref } from '../../complaints/rows';
import { momentWords } from '../../data-quality/shown-moment';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { keyOf } from '../commands/came';
import { callWords, DEALT_WITH, OUTCOMES } from './call-words';
import { CALLS_PATH, callHref, checkDealsWithCalls, recordHref } from './calls';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'nameOf'>;

interface Sent {
  readonly form: Form;
  readonly problems: readonly Problem[];
  readonly status: number;
}

const callModel = z.object({ id: z.string().min(1).max(200) });
const isDealtWithAs = (text: string): text is keyof typeof DEALT_WITH => Object.hasOwn(DEALT_WITH, text);
const CHOOSE: Problem = { field: 'outcome', says: 'Choose what became of it.' };

/** One call: what is known of it, and what became of it where it is no new complaint. */
export function addCallPage(app: FastifyInstance, makers: Makers): void {
  app.get(`${CALLS_PATH}/:id`, (request, reply) =>
    sendCall(makers, request, reply, { form: {}, problems: [], status: 200 }),
  );

  app.post(`${CALLS_PATH}/:id`, async (request, reply) => {
    const form = checkForm(request);
    checkDealsWithCalls(request);
    const { id: callId } = callModel.parse(request.params);
    const outcome = textOf(form, 'outcome');
    if (!isDealtWithAs(outcome))
      return sendCall(makers, request, reply, { form, problems: [CHOOSE], status: 400 });
    const key = keyOf(form);
    const asked = makers.gateway.ask(
      DealWithCallDocument,
      { key, callId, outcome, note: textOf(form, 'note') || null },
      askingOf(request),
    );
    const { answer, problems, status } = await askCommand(asked, ({ outcome: said }) => problemsOf(said));
    if (answer === null)
      return sendCall(makers, request, reply, { form: { ...form, key }, problems, status });
    return reply.redirect(`${CALLS_PATH}?did=dealt-with`, 303);
  });
}

/** What is in the way: of its note beside it, of all else at the head. */
function problemsOf(
  said: { readonly __typename: string; readonly message?: string; readonly part?: string | null } | null,
): Problem[] {
  if (said?.message === undefined) return [];
  return [{ field: said.part === 'note' ? 'note' : null, says: said.message }];
}

async function sendCall(
  { page, gateway, nameOf }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { form, problems, status }: Sent,
) {
  checkDealsWithCalls(request);
  const { id } = callModel.parse(request.params);
  const { call } = await gateway.ask(CallToDealWithDocument, { id }, askingOf(request));
  if (call === null) throw new NotFound();
  const typed = { outcome: textOf(form, 'outcome'), note: textOf(form, 'note') };
  const field = fieldsWith(typed, problems);
  const html = page(request, 'casework/calls/call.njk', {
    ...{
      ...callWords(call),
      problems,
      listHref: CALLS_PATH,
      recordHref: recordHref(id),
      sendTo: callHref(id),
    },
    number: call.callerNumber ?? 'None was written',
    key: textOf(form, 'key') || randomUUID(),
    outcomes: call.outcomes.map(({ kind, complaintId, note, by, at }) => ({
      ...{ words: OUTCOMES[kind], note, by: by && nameOf(by), at: momentWords(at) },
      href: complaintId && complaintHref(complaintId),
    })),
    outcome: field('outcome', 'What became of it'),
    choices: Object.entries(DEALT_WITH).map(([value, text]) => ({
      ...{ value, text, isChosen: value === typed.outcome },
    })),
    note: field('note', 'More about it', 'Up to 1,000 characters. It may be left out.'),
  });
  return sendPage(reply, html, status);
}
