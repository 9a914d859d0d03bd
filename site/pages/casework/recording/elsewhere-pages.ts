import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Draft, formOf } from '../../../drafts/draft';
import { askCommand } from '../../../forms/ask-command';
import { textOf } from '../../../forms/fields';
import { type Problem, refusalIn } from '../../../forms/problem';
import { type CallDealtWithAs, SteerCallDocument } from '../../../operations/__generated__/operations';
import { checkForm } from '../../../server/check-form';
import { askingOf, sendPage } from '../../page-makers';
import { lawWords } from '../law-words';
import { draftIdIn, draftIn, type RecordingMakers, recorderIn } from './ask-record';
import { elsewhereOf } from './fields/elsewhere';
import { draftHref, RECORD_PATH } from './paths';

/** What somebody is told who brings what is no complaint. Of a call it is said that it became none. */
export function addElsewherePages(app: FastifyInstance, makers: RecordingMakers): void {
  app.get(`${RECORD_PATH}/:draft/elsewhere`, async (request, reply) =>
    sendElsewhere(makers, request, reply, {
      draft: await draftIn(makers, request),
      problems: [],
      status: 200,
    }),
  );

  app.post(`${RECORD_PATH}/:draft/elsewhere`, async (request, reply) => {
    const form = checkForm(request);
    const { subject } = recorderIn(request);
    const draft = await makers.drafts.find(draftIdIn(request), subject);
    // A second click comes when it is said already, and the draft is gone.
    if (draft === null) return reply.redirect(`${RECORD_PATH}?removed=call`, 303);
    if (draft.callId === null) return reply.redirect(draftHref(draft.id, 'remove'), 303);
    const taken = { key: textOf(form, 'key'), callId: draft.callId, outcome: outcomeOf(draft) };
    const asked = makers.gateway.ask(SteerCallDocument, taken, askingOf(request));
    const { answer, problems, status } = await askCommand(asked, ({ outcome }) =>
      outcome?.__typename === 'CallDealtWithBefore' ? [] : refusalIn(outcome),
    );
    if (answer === null) return sendElsewhere(makers, request, reply, { draft, problems, status });
    await makers.drafts.remove(draft.id, subject);
    return reply.redirect(`${RECORD_PATH}?removed=call`, 303);
  });
}

const kindOf = (draft: Draft): string => textOf(formOf(draft), 'kind');
const outcomeOf = (draft: Draft): CallDealtWithAs =>
  kindOf(draft) === 'SERVICE_REQUEST' ? 'SERVICE_REQUEST' : 'NO_COMPLAINT';

async function sendElsewhere(
  { page }: RecordingMakers,
  request: FastifyRequest,
  reply: FastifyReply,
  { draft, problems, status }: { draft: Draft; problems: readonly Problem[]; status: number },
): Promise<FastifyReply> {
  const found = elsewhereOf(kindOf(draft));
  if (found === null) return reply.redirect(draftHref(draft.id, 'kind'), 303);
  const { title, tell, laws } = found;
  const view = {
    ...{ title, tell, laws: laws.map(lawWords), problems, key: randomUUID() },
    ...{ isOfCall: draft.callId !== null, sendTo: draftHref(draft.id, 'elsewhere') },
    ...{ kindHref: draftHref(draft.id, 'kind'), removeHref: draftHref(draft.id, 'remove') },
  };
  return sendPage(reply, page(request, 'casework/recording/elsewhere.njk', view), status);
}
