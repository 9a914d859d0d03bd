import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand } from '../../forms/ask-command';
import { fieldsWith, textOf } from '../../forms/fields';
import { type Problem, refusalIn } from '../../forms/problem';
import { CloseReviewMeetingDocument } from '../../operations/__generated__/operations';
import { checkForm, type Form } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { askAgenda } from './agenda/ask-agenda';
import { keptOf, seenMark } from './agenda/seen';
import { askMeeting } from './ask-meeting';
import { agendaView } from './meeting-page';
import { meetingWords } from './meeting-words';
import { meetingPath, REVIEWS_PATH } from './paths';
import { mayHold } from './roles';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock'>;
interface OfMeeting {
  Params: { id: string };
}

const LOST =
  'Not all figures can be had just now, and a meeting is kept with all of them. What you wrote is still here: send it again in a minute.';
const OTHERS =
  'The figures are not those that you looked at: records were loaded, or something was done, meanwhile. Look at them here, and close the meeting again.';

/** Closing a review meeting, with the figures that its people saw. */
export function addCloseMeeting(app: FastifyInstance, makers: Makers): void {
  app.get<OfMeeting>(`${REVIEWS_PATH}/:id/close`, async (request, reply) => {
    const looked = await look(makers, request, request.params.id);
    if (looked.meeting.state === 'CLOSED') return reply.redirect(meetingPath(request.params.id), 303);
    return sendForm(makers, request, reply, {
      looked,
      notes: looked.meeting.notes,
      problems: [],
      status: 200,
    });
  });

  app.post<OfMeeting>(`${REVIEWS_PATH}/:id/close`, async (request, reply) => {
    const [form, { id }] = [checkForm(request), request.params];
    const [looked, notes] = [await look(makers, request, id), textOf(form, 'notes')];
    const closed = await close(makers, request, looked, form);
    if (closed.problems.length === 0) return reply.redirect(meetingPath(id), 303);
    // Closed by somebody else, or changed: what it says by now is what the form begins with the next time.
    return sendForm(makers, request, reply, { looked: await look(makers, request, id), notes, ...closed });
  });
}

/** The meeting and its agenda, as they stand now. */
async function look(makers: Makers, request: FastifyRequest, id: string) {
  if (!mayHold(signedIn(request).role)) throw new NotFound();
  const meeting = await askMeeting(makers.gateway, askingOf(request), id);
  const agenda = await askAgenda(makers, askingOf(request), meeting);
  return { meeting, agenda, kept: keptOf(agenda) };
}
type Looked = Awaited<ReturnType<typeof look>>;

/** Closes the meeting where the figures still are those that were looked at. */
async function close(
  { gateway }: Makers,
  request: FastifyRequest,
  { meeting, kept }: Looked,
  form: Form,
): Promise<{ readonly problems: readonly Problem[]; readonly status: number }> {
  if (meeting.state === 'CLOSED') return { problems: [], status: 200 };
  if (kept === null) return { problems: [{ field: null, says: LOST }], status: 503 };
  if (textOf(form, 'seen') !== seenMark(kept))
    return { problems: [{ field: null, says: OTHERS }], status: 409 };
  const asked = gateway.ask(
    CloseReviewMeetingDocument,
    {
      ...{ id: meeting.id, notes: textOf(form, 'notes'), agenda: kept },
      basedOnVersion: Number(textOf(form, 'basedOnVersion')) || 0,
    },
    askingOf(request),
  );
  return askCommand(asked, ({ outcome }) =>
    refusalIn(
      outcome,
      outcome?.__typename === 'ReviewMeetingUnusable' && outcome.part === 'notes'
        ? { ReviewMeetingUnusable: 'notes' }
        : {},
    ),
  );
}

interface Shown {
  readonly looked: Looked;
  readonly notes: string;
  readonly problems: readonly Problem[];
  readonly status: number;
}

function sendForm(
  { page }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { looked: { meeting, agenda, kept }, notes, problems, status }: Shown,
): FastifyReply {
  const html = page(request, 'reviews/close.njk', {
    ...{ problems, agenda: agendaView(agenda), seen: kept === null ? '' : seenMark(kept) },
    ...{
      meeting: meetingWords(meeting),
      version: String(meeting.version),
      action: `${meetingPath(meeting.id)}/close`,
    },
    said: fieldsWith({ notes }, problems)(
      'notes',
      'What was said that no figure tells',
      'Optional. Why something is stuck, what was explained. Name nobody.',
    ),
  });
  return sendPage(reply, html, status);
}
