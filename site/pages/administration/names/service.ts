import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand } from '../../../forms/ask-command';
import { dayFields, dayTyped, readDayFields } from '../../../forms/day-field';
import { fieldsWith, textsIn } from '../../../forms/fields';
import { type Problem, refusalIn } from '../../../forms/problem';
import { ReferenceNamesDocument, SaveServiceDocument } from '../../../operations/__generated__/operations';
import { checkForm, type Form } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { decidingIn } from '../office';
import { idOfName, type ReadName, readName, type TypedName } from './read-name';
import { SERVICES_PATH } from './service-names';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
interface Shown {
  readonly typed: TypedName;
  readonly problems: readonly Problem[];
  readonly status: number;
}
const NEW: Shown = { typed: { id: '', basedOnVersion: '0' }, problems: [], status: 200 };
const REQUIRED = {
  name: 'Write what the service is called.',
  directorateId: 'Choose the directorate that it belongs to.',
  reason: 'Say why: whoever asks later will want to know.',
};
/** A new one's id is made of its name. */
const FIELD_OF = {
  ...{ NameTaken: 'name', CouncilNameUnusable: 'name' },
  ...{ UnknownDirectorate: 'directorateId', ReasonUnusable: 'reason' },
} as const;

/** Adding a service, naming it anew, and moving it to another directorate. */
export function addServicePages(app: FastifyInstance, makers: Makers): void {
  const { gateway } = makers;
  app.get(`${SERVICES_PATH}/new`, (request, reply) => sendService(makers, { request, reply }, NEW));

  app.get<{ Params: { id: string } }>(`${SERVICES_PATH}/:id`, async (request, reply) => {
    decidingIn(request);
    const { services } = await gateway.ask(ReferenceNamesDocument, {}, askingOf(request));
    const service = services?.find(({ id }) => id === request.params.id);
    if (service === undefined) throw new NotFound();
    const { id, name, directorateId, endedOn, version } = service;
    const ended = endedOn === null ? {} : dayTyped('ended', endedOn);
    const typed = { id, name, directorateId, ...ended, reason: '', basedOnVersion: String(version) };
    return sendService(makers, { request, reply }, { typed, problems: [], status: 200 });
  });

  app.post(SERVICES_PATH, async (request, reply) => {
    const read = readService(checkForm(request));
    const exchange = { request, reply };
    if (read.problems.length > 0) return sendService(makers, exchange, { ...read, status: 400 });
    const { now, ...commanded } = await save(makers, request, read);
    if (commanded.problems.length === 0) return reply.redirect(`${SERVICES_PATH}?kept`, 303);
    const typed = now === null ? read.typed : { ...read.typed, basedOnVersion: String(now) };
    return sendService(makers, exchange, { typed, problems: commanded.problems, status: 400 });
  });
}

interface ReadService extends ReadName {
  /** Null where it goes on. */
  readonly endedOn: string | null;
}

function readService(form: Form): ReadService {
  const read = readName(form, REQUIRED);
  const ended = textsIn(form, dayFields('ended'));
  const typed = { ...read.typed, ...ended };
  if (Object.values(ended).every((text) => text === '')) return { ...read, typed, endedOn: null };
  const { day, problem } = readDayFields(ended, 'ended', 'the last day');
  const problems = problem === null ? read.problems : [...read.problems, problem];
  return { ...read, typed, problems, endedOn: day };
}

/** Saves a service; `now` is its version where somebody else changed it meanwhile. */
async function save(
  { gateway }: Makers,
  request: FastifyRequest,
  { typed, basedOnVersion, endedOn }: ReadService,
) {
  const { name = '', directorateId = '', reason = '' } = typed;
  const variables = { id: typed.id || idOfName(name), basedOnVersion, name, directorateId, endedOn, reason };
  const now: { version: number | null } = { version: null };
  const asked = gateway.ask(SaveServiceDocument, variables, askingOf(request));
  const { problems } = await askCommand(asked, ({ outcome }) => {
    if (outcome?.__typename !== 'ServiceChanged') return refusalIn(outcome, FIELD_OF);
    const { name: held, directorate, version } = outcome.service;
    if (typed.id) now.version = version;
    return [{ field: 'name', says: overtaken(`“${held}” in ${directorate}`) }];
  });
  return { problems, now: now.version };
}

const overtaken = (stands: string): string =>
  `Somebody else changed it meanwhile, or a service of that name was there before: by now it is ${stands}. What you typed is still here; saved again, it takes its place.`;

async function sendService(
  { page, gateway }: Makers,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { typed, problems, status }: Shown,
): Promise<FastifyReply> {
  decidingIn(request);
  const { services, directorates } = await gateway.ask(ReferenceNamesDocument, {}, askingOf(request));
  const field = fieldsWith(typed, problems);
  const html = page(request, 'administration/service.njk', {
    ...{ typed, problems, others: services?.find(({ id }) => id === typed.id)?.formerNames ?? [] },
    isNew: typed.basedOnVersion === '0',
    directorates: [
      { value: '', text: 'Choose' },
      ...(directorates ?? []).map(({ id, name }) => ({ value: id, text: name })),
    ],
    fields: {
      name: field('name', 'What the service is called'),
      directorateId: field('directorateId', 'Directorate'),
      ended: field(
        'ended',
        'Its last day (only where the service has ended)',
        'Its records and figures stay. For example, 31\u00a03\u00a02026',
      ),
      reason: field('reason', 'Why'),
    },
  });
  return sendPage(reply, html, status);
}
