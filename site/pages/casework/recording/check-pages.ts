import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Draft } from '../../../drafts/draft';
import type { Problem } from '../../../forms/problem';
import { checkForm } from '../../../server/check-form';
import { complaintHref } from '../../complaints/rows';
import { askingOf, sendPage } from '../../page-makers';
import { askRecord, draftIn, type RecordingMakers } from './ask-record';
import { checkView } from './check-view';
import { RECORD_PATH } from './paths';
import { readRecord } from './read-record';
import { type Recorded, recordDraft } from './record-draft';

/** Where everything stands on one page, and is recorded. */
export function addCheckPages(app: FastifyInstance, makers: RecordingMakers): void {
  app.get(`${RECORD_PATH}/:draft/check`, async (request, reply) => {
    const draft = await draftIn(makers, request);
    if (draft.became !== null) return reply.redirect(complaintHref(draft.became), 303);
    const seen = await askRecord(makers, request, draft);
    const read = await readRecord(seen);
    return sendCheck(makers, request, reply, {
      draft,
      problems: 'problems' in read ? read.problems : [],
      status: 200,
    });
  });

  app.post(`${RECORD_PATH}/:draft/check`, async (request, reply) => {
    checkForm(request);
    const draft = await draftIn(makers, request);
    const came = await recordDraft(makers, draft, {
      seenOf: (sent) => askRecord(makers, request, sent),
      asking: askingOf(request),
    });
    if ('became' in came) return reply.redirect(hrefAfter(came), 303);
    return sendCheck(makers, request, reply, came);
  });
}

/** The page of the complaint; or where it is linked, if that was wanted and could not be done. */
const hrefAfter = ({
  became,
  version,
  isUnlinked = false,
}: Extract<Recorded, { readonly became: string }>) =>
  isUnlinked ? `${complaintHref(became)}/do/link` : `${complaintHref(became)}?did=${version}`;

async function sendCheck(
  makers: RecordingMakers,
  request: FastifyRequest,
  reply: FastifyReply,
  {
    draft,
    problems,
    status,
  }: { readonly draft: Draft; readonly problems: readonly Problem[]; readonly status: number },
): Promise<FastifyReply> {
  const view = checkView(draft, await askRecord(makers, request, draft), problems);
  return sendPage(reply, makers.page(request, 'casework/recording/check.njk', view), status);
}
