import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { londonDayOf } from '../../../domain/calendar/day';
import { dayWords } from '../../../domain/figures/days';
import { addressOf } from '../../filters/address';
import { askCommand } from '../../forms/ask-command';
import type { Problem } from '../../forms/problem';
import type { Asking } from '../../gateway/gateway';
import { checkForm } from '../../server/check-form';
import { WORKLISTS_PATH } from '../../server/navigation';
import { signedIn } from '../../server/visitor';
import { mayWork } from '../casework/roles';
import { askLines } from '../complaints/ask-lines';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { actionFields } from './action-fields';
import { actionWords } from './action-words';
import { type Agenda, askAgenda } from './agenda/ask-agenda';
import { figureWords, keptView, listedIn } from './agenda/kept';
import { type AskedMeeting, askMeeting } from './ask-meeting';
import { meetingWords } from './meeting-words';
import { meetingPath, REVIEWS_PATH } from './paths';
import { complaintIdOf, type ReadAction, readAction, type TypedAction } from './read-action';
import { mayHold } from './roles';
import { saveAction } from './save-action';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'clock'>;
type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };
interface OfMeeting {
  Params: { id: string };
}

/** What was typed into the form of what is agreed, and what is wrong with it. */
interface Sent {
  readonly typed: TypedAction;
  readonly problems: readonly Problem[];
  readonly status: number;
}

/** One review meeting: its agenda, live or as it was seen, and writing down what is agreed. */
export function addMeetingPage(app: FastifyInstance, makers: Makers): void {
  app.get<OfMeeting>(`${REVIEWS_PATH}/:id`, (request, reply) =>
    sendMeeting(makers, { request, reply }, request.params.id, newAction()),
  );

  app.post<OfMeeting>(`${REVIEWS_PATH}/:id/actions`, async (request, reply) => {
    const [read, { id }] = [readAction(checkForm(request)), request.params];
    const agreed = await agree(makers, askingOf(request), id, read);
    if (agreed.problems.length === 0) return reply.redirect(`${meetingPath(id)}#agreed`, 303);
    return sendMeeting(makers, { request, reply }, id, { typed: read.typed, ...agreed });
  });
}

/** The form names the action that it will make: sent twice, it makes one. */
const newAction = (): Sent => ({
  ...{ typed: { id: randomUUID(), basedOnVersion: '0', state: 'OPEN' }, problems: [], status: 200 },
});

async function agree(
  { gateway }: Makers,
  asking: Asking,
  meetingId: string,
  { text, typed, problems, id, basedOnVersion }: ReadAction,
): Promise<Omit<Sent, 'typed'>> {
  if (text === null) return { problems, status: 400 };
  const found = await askCommand(complaintIdOf(gateway, asking, typed.reference ?? ''), (answer) =>
    'says' in answer ? [answer] : [],
  );
  if (found.answer === null || 'says' in found.answer) return found;
  const action = { ...text, meetingId, complaintId: found.answer.id };
  return saveAction(gateway, asking, { id, basedOnVersion, action });
}

async function sendMeeting(
  makers: Makers,
  { request, reply }: Exchange,
  id: string,
  { typed, problems, status }: Sent,
): Promise<FastifyReply> {
  const asking = askingOf(request);
  const meeting = await askMeeting(makers.gateway, asking, id);
  const agenda = meeting.agenda === null ? await askAgenda(makers, asking, meeting) : null;
  const today = londonDayOf(makers.clock.now());
  const html = makers.page(request, 'reviews/meeting.njk', {
    ...{ problems, typed, fields: actionFields(typed, problems) },
    meeting: meetingWords(meeting),
    kept: meeting.agenda && (await askKept(makers, asking, meeting.agenda)),
    agenda: agenda && agendaView(agenda),
    actions: meeting.actions.map((action) => actionWords(action, today)),
    worklistHref: worklistHref(meeting, signedIn(request).role),
    ways: waysOf(meeting, { role: signedIn(request).role, today }),
    agreeAction: meeting.state === 'CLOSED' ? null : `${meetingPath(id)}/actions`,
  });
  return sendPage(reply, html, status);
}

/** Where those who work on complaints find what is open of the stream that a meeting is about; null for others. */
const worklistHref = ({ stream }: Pick<AskedMeeting, 'stream'>, role: string): string | null =>
  mayWork(role) ? addressOf(WORKLISTS_PATH, {}, { list: 'ALL_OPEN', stream }) : null;

/** The agenda as it was seen, with the references of what was listed. */
const askKept = async (
  { gateway }: Makers,
  asking: Asking,
  agenda: NonNullable<AskedMeeting['agenda']>,
): Promise<ReturnType<typeof keptView>> =>
  keptView(agenda, await askLines(gateway, asking, listedIn(agenda)));

/** The live agenda as a page shows it. */
export function agendaView({ asAt, countedFrom, before, sections, isBehind }: Agenda) {
  const figuresOf = ({ figures }: Pick<Agenda['before'], 'figures'>) => figures?.map(figureWords) ?? null;
  return {
    ...{ asAt: dayWords(asAt), countedFrom: dayWords(countedFrom), isBehind },
    before: { ...before, figures: figuresOf(before) },
    sections: sections.map((section) => ({ ...section, figures: figuresOf(section) })),
  };
}

/** What those who hold meetings can do with one that is planned; it can be closed from its day on. */
function waysOf(
  { id, state, heldOn }: AskedMeeting,
  { role, today }: { readonly role: string; readonly today: string },
) {
  if (!mayHold(role) || state === 'CLOSED') return [];
  return [
    { href: `${meetingPath(id)}/change`, text: 'Change the meeting' },
    ...(heldOn > today ? [] : [{ href: `${meetingPath(id)}/close`, text: 'Close the meeting' }]),
  ];
}
