import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import { STREAMS } from '../../filters/parts';
import { askCommand } from '../../forms/ask-command';
import { fieldsWith } from '../../forms/fields';
import { type Problem, refusalIn } from '../../forms/problem';
import {
  type MeetingPartsFragment,
  SaveReviewMeetingDocument,
  type SaveReviewMeetingMutation,
} from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { askFilterNames } from '../filter-names';
import { askingOf, type PageMakers, sendPage } from '../page-makers';
import { askMeeting } from './ask-meeting';
import { aboutWords } from './meeting-words';
import { meetingPath, REVIEWS_PATH } from './paths';
import { readPlan, type TypedPlan, typedOf } from './read-plan';
import { mayHold } from './roles';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;

/** The form as it is shown. */
interface Shown {
  readonly typed: TypedPlan;
  readonly problems: readonly Problem[];
  readonly status: number;
  /** What somebody else planned meanwhile; null where nobody did. */
  readonly now: MeetingPartsFragment | null;
}
const CLEAN = { problems: [], status: 200, now: null } as const;

/** Planning a review meeting, and changing one. */
export function addReviewPlan(app: FastifyInstance, makers: Makers): void {
  const { gateway } = makers;
  // The form names the meeting that it will make: sent twice, it makes one.
  app.get(`${REVIEWS_PATH}/new`, (request, reply) =>
    sendPlan(makers, { request, reply }, { typed: { id: randomUUID(), basedOnVersion: '0' }, ...CLEAN }),
  );
  app.get<{ Params: { id: string } }>(`${REVIEWS_PATH}/:id/change`, async (request, reply) => {
    const meeting = await askMeeting(gateway, askingOf(request), request.params.id);
    if (meeting.state === 'CLOSED') return reply.redirect(meetingPath(meeting.id), 303);
    return sendPlan(makers, { request, reply }, { typed: typedOf(meeting), ...CLEAN });
  });

  app.post(`${REVIEWS_PATH}/plan`, async (request, reply) => {
    const { id, basedOnVersion, plan, typed, problems } = readPlan(checkForm(request));
    const exchange = { request, reply };
    if (plan === null) return sendPlan(makers, exchange, { typed, problems, status: 400, now: null });
    const asked = gateway.ask(SaveReviewMeetingDocument, { id, basedOnVersion, plan }, askingOf(request));
    const now: { current: MeetingPartsFragment | null } = { current: null };
    const commanded = await askCommand(asked, ({ outcome }) => {
      if (outcome?.__typename === 'ReviewMeetingChanged') now.current = outcome.meeting;
      return refusalIn(outcome, fieldsOf(outcome));
    });
    if (commanded.answer !== null) return reply.redirect(meetingPath(id), 303);
    return sendPlan(makers, exchange, {
      typed: overtaken(typed, now.current),
      ...commanded,
      now: now.current,
    });
  });
}

/** What was typed stays; sent again, it is a change of what somebody else planned meanwhile. */
const overtaken = (typed: TypedPlan, now: MeetingPartsFragment | null): TypedPlan =>
  now === null ? typed : { ...typed, basedOnVersion: String(now.version) };

const FIELD_OF: Readonly<Record<string, string>> = { about: 'stream', heldOn: 'on' };
const fieldsOf = (outcome: SaveReviewMeetingMutation['outcome']): Record<string, string> =>
  outcome?.__typename === 'ReviewMeetingUnusable'
    ? { ReviewMeetingUnusable: FIELD_OF[outcome.part] ?? outcome.part }
    : {};

async function sendPlan(
  { page, gateway }: Makers,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { typed, problems, status, now }: Shown,
): Promise<FastifyReply> {
  if (!mayHold(signedIn(request).role)) throw new NotFound();
  const { choices } = await askFilterNames(gateway, askingOf(request), {});
  const isNew = typed.basedOnVersion === '0';
  const html = page(request, 'reviews/plan.njk', {
    ...{ typed, problems, isNew },
    now: now && {
      ...now,
      about: aboutWords(now),
      day: dayWords(now.heldOn),
      posts: now.attendees.join('\n'),
    },
    backHref: isNew ? REVIEWS_PATH : meetingPath(typed.id ?? ''),
    fields: planFields(typed, problems),
    streams: [NONE_CHOSEN, ...STREAMS.map((stream) => ({ value: stream, text: streamName(stream) }))],
    directorates: [NONE_CHOSEN, ...namesOf(choices.directorates ?? [], typed.directorate)],
  });
  return sendPage(reply, html, status);
}

const NONE_CHOSEN = { value: '', text: 'All' };

/** The directorates to choose from, with the one that stands already, whatever it is called now. */
const namesOf = (names: readonly string[], standing = '') =>
  [...new Set([...names, ...(standing === '' ? [] : [standing])])].map((name) => ({
    value: name,
    text: name,
  }));

function planFields(typed: TypedPlan, problems: readonly Problem[]) {
  const field = fieldsWith(typed, problems);
  return {
    stream: field('stream', 'Stream', 'Meetings about the same stream and directorate follow each other.'),
    directorate: field('directorate', 'Directorate'),
    on: field('on', 'Day', 'For example, 30\u00a09\u00a02027'),
    chair: field('chair', 'Who is in the chair', 'A post, not a person, such as Head of complaints'),
    attendees: field('attendees', 'Who comes', 'Posts, not people, one on each line'),
    notes: field('notes', 'What is to be gone through besides the agenda', 'Optional. Name nobody.'),
  };
}
