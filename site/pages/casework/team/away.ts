import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { fieldsWith } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import { TEAM_COMMANDS } from '../../../operations/team-commands.generated';
import { checkForm } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import type { NameOf } from '../../../server/person-names';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { codeOf, type WorkStream } from '../worklists/work-streams';
import { askTeam, type Team } from './ask-team';
import { type AbsenceSaid, readAbsence, type TypedAbsence, typedAbsence } from './away-form';
import { inStreams, isAnyLost, problemsIn } from './in-streams';
import { knownOf } from './known';
import { AWAY_PATH, absenceHref, TEAM_PATH } from './paths';
import { workerOf } from './worker';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'nameOf'>;
type Idea = { readonly id: string };

/** Says who is away: recorded in each stream that somebody sees, under one id. */
export function addAwayPages(app: FastifyInstance, makers: Makers): void {
  app.post(AWAY_PATH, (request, reply) => saveAbsence(makers, request, reply));

  app.get<{ Params: Idea }>(`${AWAY_PATH}/:id`, async (request, reply) => {
    const found = await ownAbsence(makers, request, request.params.id);
    return sendForm(makers, request, reply, { typed: typedAbsence(found), problems: [], status: 200 });
  });

  app.post<{ Params: Idea }>(`${AWAY_PATH}/:id/end`, async (request, reply) => {
    checkForm(request);
    const { id, streams } = await ownAbsence(makers, request, request.params.id);
    const ended = await endIn(makers, request, { id, streams });
    if (isAnyLost(ended)) {
      const typed = { ...typedAbsence(await ownAbsence(makers, request, id)) };
      return sendForm(makers, request, reply, { typed, problems: problemsIn(ended), status: 503 });
    }
    return reply.redirect(`${TEAM_PATH}?did=ended`, 303);
  });
}

async function saveAbsence(makers: Makers, request: FastifyRequest, reply: FastifyReply) {
  const form = checkForm(request);
  const { isOfficer, subject, streams } = workerOf(request);
  // Whoever is no officer says it of themselves alone, whatever the form says.
  const { typed, problems, said } = readAbsence(isOfficer ? form : { ...form, subject });
  if (said === null) return sendForm(makers, request, reply, { typed, problems, status: 400 });
  const key = typed.key || randomUUID();
  const saved = await recordIn(makers, request, { key, said, streams });
  const refused = problemsIn(saved);
  const lost = isAnyLost(saved) ? 503 : 400;
  if (refused.length > 0)
    return sendForm(makers, request, reply, { typed: { ...typed, key }, problems: refused, status: lost });
  return afterSaved(makers, request, reply, { typed: { ...typed, key }, streams });
}

/** The absence that this one takes the place of is ended once the new one stands: somebody is never without either. */
async function afterSaved(
  makers: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, streams }: { readonly typed: TypedAbsence; readonly streams: readonly WorkStream[] },
) {
  const { instead = '' } = typed;
  if (instead === '') return reply.redirect(`${TEAM_PATH}?did=away`, 303);
  const ended = await endIn(makers, request, { id: instead, streams });
  if (isAnyLost(ended))
    return sendForm(makers, request, reply, { typed, problems: problemsIn(ended), status: 503 });
  return reply.redirect(`${TEAM_PATH}?did=changed`, 303);
}

const recordIn = (
  { gateway }: Makers,
  request: FastifyRequest,
  asked: { readonly key: string; readonly said: AbsenceSaid; readonly streams: readonly WorkStream[] },
) =>
  inStreams(asked.streams, (stream) => {
    const variables = { key: asked.key, ...asked.said };
    return gateway.ask(TEAM_COMMANDS.recordAbsence[codeOf(stream)], variables, askingOf(request));
  });

/** Ended where it is; a stream that has none of this id has nothing to end. */
const endIn = (
  { gateway }: Makers,
  request: FastifyRequest,
  { id, streams }: { readonly id: string; readonly streams: readonly WorkStream[] },
) =>
  inStreams(streams, (stream) =>
    gateway.ask(TEAM_COMMANDS.endAbsence[codeOf(stream)], { id }, askingOf(request)),
  );

/** An absence that whoever asks may change. Throws `NotFound` where there is none. */
async function ownAbsence({ gateway }: Makers, request: FastifyRequest, id: string) {
  const { streams, isOfficer, subject } = workerOf(request);
  const { absences } = await askTeam(gateway, streams, askingOf(request));
  const found = absences.find((each) => each.id === id && (isOfficer || each.subject === subject));
  if (found === undefined) throw new NotFound();
  return found;
}

interface FormOf {
  readonly team: Pick<Team, 'groups'>;
  readonly subject: string;
  readonly isOfficer: boolean;
  readonly nameOf: NameOf;
  readonly problems: readonly Problem[];
}

/** The form in which an absence is recorded or changed. */
export function awayForm(typed: TypedAbsence, { team, subject, isOfficer, nameOf, problems }: FormOf) {
  const filled = { ...typed, subject: typed.subject || (isOfficer ? '' : subject) };
  const field = fieldsWith(filled, problems);
  return {
    ...{ sendTo: AWAY_PATH, typed: filled, problems, key: typed.key || randomUUID() },
    instead: typed.instead ?? '',
    endTo: typed.instead ? `${absenceHref(typed.instead)}/end` : null,
    // A manager says it of themselves alone.
    self: isOfficer ? null : nameOf(subject),
    subject: field('subject', 'Who is away', 'By the name that they sign in with.'),
    from: field('from', 'First day'),
    to: field('to', 'Last day'),
    standsIn: field('standsIn', 'Who stands in', 'Leave it empty where nobody does.'),
    offered: knownOf(team.groups, [subject]).people.map((value) => ({ value, text: nameOf(value) })),
  };
}

async function sendForm(
  makers: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: { readonly typed: TypedAbsence; readonly problems: readonly Problem[]; readonly status: number },
) {
  const { streams, isOfficer, subject } = workerOf(request);
  const team = await askTeam(makers.gateway, streams, askingOf(request));
  const { typed, problems, status } = sent;
  const away = awayForm(typed, { team, subject, isOfficer, nameOf: makers.nameOf, problems });
  const html = makers.page(request, 'casework/team/away.njk', { away, problems, teamHref: TEAM_PATH });
  return sendPage(reply, html, status);
}
