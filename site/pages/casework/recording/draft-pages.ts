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
import { queryOf, sendPage } from '../../page-makers';
import { lawWords } from '../law-words';
import { draftIn, type RecordingMakers, recorderIn } from './ask-record';
import { elsewhereOf } from './fields/elsewhere';
import { draftHref, goOnHref, RECORD_PATH } from './paths';

const keyModel = z.uuid().catch(() => randomUUID());

/** Drafts: those that are begun, beginning another, and letting go of one. */
export function addDraftPages(app: FastifyInstance, makers: RecordingMakers): void {
  const { page, drafts, clock } = makers;
  app.get(RECORD_PATH, (request, reply) => sendDrafts(makers, request, reply));

  app.post(RECORD_PATH, async (request, reply) => {
    const id = keyModel.parse(textOf(checkForm(request), 'draft'));
    const { subject } = recorderIn(request);
    const begun = newDraft({ id, subject, begunOn: londonDayOf(clock.now()) });
    if (!(await drafts.begin(begun))) return sendDrafts(makers, request, reply, [TOO_MANY]);
    return reply.redirect(draftHref(id, 'came'), 303);
  });

  app.get(`${RECORD_PATH}/:draft/elsewhere`, async (request, reply) => {
    const draft = await draftIn(makers, request);
    const found = elsewhereOf(textOf(formOf(draft), 'kind'));
    if (found === null) return reply.redirect(draftHref(draft.id, 'kind'), 303);
    const { title, tell, laws } = found;
    const view = { title, tell, laws: laws.map(lawWords), ...hrefsOf(draft) };
    return sendPage(reply, page(request, 'casework/recording/elsewhere.njk', view));
  });

  app.get(`${RECORD_PATH}/:draft/remove`, async (request, reply) => {
    const draft = await draftIn(makers, request);
    const view = { title: 'Remove the draft', ...draftView(draft), ...hrefsOf(draft) };
    return sendPage(reply, page(request, 'casework/recording/remove.njk', view));
  });

  app.post(`${RECORD_PATH}/:draft/remove`, async (request, reply) => {
    checkForm(request);
    const { id, subject } = await draftIn(makers, request);
    await drafts.remove(id, subject);
    return reply.redirect(`${RECORD_PATH}?removed=yes`, 303);
  });
}

const TOO_MANY: Problem = {
  field: null,
  says: `You have ${MOST_DRAFTS} drafts that are not recorded. Record or remove one of them first: none is removed for you.`,
};

const hrefsOf = ({ id }: Draft) => ({
  kindHref: draftHref(id, 'kind'),
  removeHref: draftHref(id, 'remove'),
  checkHref: draftHref(id, 'check'),
});

/** A draft in a list: the day and the stream, and nobody's name. */
function draftView(draft: Draft) {
  const stream = textOf(formOf(draft), 'stream');
  return {
    begun: dayWords(draft.begunOn),
    stream: stream === '' ? 'Stream not chosen yet' : streamName(stream),
    isSent: draft.isSent,
    goOnHref: goOnHref(draft),
    removeHref: draftHref(draft.id, 'remove'),
  };
}

async function sendDrafts(
  { page, drafts }: RecordingMakers,
  request: FastifyRequest,
  reply: FastifyReply,
  problems: readonly Problem[] = [],
): Promise<FastifyReply> {
  const { subject } = recorderIn(request);
  const view = {
    ...{ problems, path: RECORD_PATH, key: randomUUID(), keptDays: DRAFT_DAYS },
    drafts: (await drafts.list(subject)).map(draftView),
    isRemoved: queryOf(request).removed === 'yes',
  };
  const html = page(request, 'casework/recording/list.njk', view);
  return sendPage(reply, html, problems.length === 0 ? 200 : 409);
}
