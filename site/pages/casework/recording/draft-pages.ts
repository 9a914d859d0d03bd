import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { londonDayOf } from '../../../../domain/calendar/day';
import { dayWords } from '../../../../domain/figures/days';
import { streamName } from '../../../../domain/figures/names';
import { type Draft, formOf, newDraft } from '../../../drafts/draft';
import { DRAFT_DAYS, MOST_DRAFTS } from '../../../drafts/drafts';
import { textOf } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import { checkForm } from '../../../server/check-form';
import { unlessLost } from '../../ask-part';
import { askingOf, queryOf, sendPage } from '../../page-makers';
import { draftIdIn, draftIn, type RecordingMakers, recorderIn } from './ask-record';
import { askCall, type CallShown, callShown, ofCall } from './of-call';
import { draftHref, goOnHref, RECORD_PATH } from './paths';

const callModel = z.object({
  call: z.string().max(200).nullable().catch(null).default(null),
  removed: z.enum(['yes', 'call']).nullable().catch(null).default(null),
});
const keyModel = z.uuid().catch(() => randomUUID());

/** Drafts: those that are begun, beginning another, and letting go of one. */
export function addDraftPages(app: FastifyInstance, makers: RecordingMakers): void {
  const { page, drafts, clock } = makers;
  app.get(RECORD_PATH, async (request, reply) => {
    recorderIn(request);
    const { call: id } = callModel.parse(queryOf(request));
    if (id === null) return sendDrafts(makers, request, reply);
    const found = await unlessLost(askCall(makers.gateway, id, askingOf(request)));
    return sendDrafts(makers, request, reply, callShown(found));
  });

  app.post(RECORD_PATH, async (request, reply) => {
    const form = checkForm(request);
    const { subject } = recorderIn(request);
    const id = keyModel.parse(textOf(form, 'draft'));
    const begun = newDraft({ id, subject, begunOn: londonDayOf(clock.now()) });
    const callId = textOf(form, 'call');
    const before =
      callId === '' ? undefined : (await drafts.list(subject)).find((one) => one.callId === callId);
    if (before !== undefined) return reply.redirect(goOnHref(before), 303);
    const draft = callId === '' ? begun : await ofCall(makers, request, begun, callId);
    if ('problems' in draft) return sendDrafts(makers, request, reply, draft);
    if (!(await drafts.begin(draft)))
      return sendDrafts(makers, request, reply, { problems: [TOO_MANY], status: 409 });
    return reply.redirect(draftHref(id, 'came'), 303);
  });

  app.get(`${RECORD_PATH}/:draft/remove`, async (request, reply) => {
    const draft = await draftIn(makers, request);
    const view = { title: 'Remove the draft', ...draftView(draft), checkHref: draftHref(draft.id, 'check') };
    return sendPage(reply, page(request, 'casework/recording/remove.njk', view));
  });

  app.post(`${RECORD_PATH}/:draft/remove`, async (request, reply) => {
    checkForm(request);
    // A second click finds it gone, and that is what was wanted.
    await drafts.remove(draftIdIn(request), recorderIn(request).subject);
    return reply.redirect(`${RECORD_PATH}?removed=yes`, 303);
  });
}

const TOO_MANY: Problem = {
  field: null,
  says: `You have ${MOST_DRAFTS} drafts that are not recorded. Record or remove one of them first: none is removed for you.`,
};

/** A draft in a list: the day and the stream, and nobody's name. */
function draftView(draft: Draft) {
  const stream = textOf(formOf(draft), 'stream');
  return {
    begun: dayWords(draft.begunOn),
    stream: stream === '' ? 'Stream not chosen yet' : streamName(stream),
    ...{ isSent: draft.isSent, isOfCall: draft.callId !== null },
    goOnHref: goOnHref(draft),
    removeHref: draftHref(draft.id, 'remove'),
  };
}

/** What the list of drafts says besides: of a call, or what is in the way. */
interface DraftsShown {
  readonly problems?: readonly Problem[];
  readonly status?: number;
  readonly call?: CallShown;
}

async function sendDrafts(
  { page, drafts }: RecordingMakers,
  request: FastifyRequest,
  reply: FastifyReply,
  { problems = [], status = 200, call }: DraftsShown = {},
): Promise<FastifyReply> {
  const { subject } = recorderIn(request);
  const { removed } = callModel.parse(queryOf(request));
  const view = {
    ...{ problems, path: RECORD_PATH, key: randomUUID(), keptDays: DRAFT_DAYS, call: call ?? null, removed },
    drafts: (await drafts.list(subject)).map(draftView),
  };
  return sendPage(reply, page(request, 'casework/recording/list.njk', view), status);
}
