import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand } from '../../../forms/ask-command';
import { fieldsWith } from '../../../forms/fields';
import { type Problem, refusalIn } from '../../../forms/problem';
import {
  ReferenceNamesDocument,
  SaveDirectorateDocument,
} from '../../../operations/__generated__/operations';
import { checkForm } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { decidingIn } from '../office';
import { idOfName, readName, type TypedName } from './read-name';
import { SERVICES_PATH } from './service-names';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
const PATH = '/administration/directorates';
const REQUIRED = {
  name: 'Write what the directorate is called.',
  reason: 'Say why: whoever asks later will want to know.',
};
const FIELD_OF = { NameTaken: 'name', CouncilNameUnusable: 'name', ReasonUnusable: 'reason' } as const;

interface Shown {
  readonly typed: TypedName;
  readonly problems: readonly Problem[];
  readonly status: number;
}

/** Adding a directorate, and naming it anew. */
export function addDirectoratePages(app: FastifyInstance, makers: Makers): void {
  const { gateway } = makers;
  app.get(`${PATH}/new`, (request, reply) => {
    const typed = { id: '', basedOnVersion: '0' };
    return sendDirectorate(makers, request, reply, { typed, problems: [], status: 200 });
  });

  app.get<{ Params: { id: string } }>(`${PATH}/:id`, async (request, reply) => {
    decidingIn(request);
    const { directorates } = await gateway.ask(ReferenceNamesDocument, {}, askingOf(request));
    const found = directorates?.find(({ id }) => id === request.params.id);
    if (found === undefined) throw new NotFound();
    const typed = { id: found.id, name: found.name, reason: '', basedOnVersion: String(found.version) };
    return sendDirectorate(makers, request, reply, { typed, problems: [], status: 200 });
  });

  app.post(PATH, async (request, reply) => {
    const read = readName(checkForm(request), REQUIRED);
    if (read.problems.length > 0) return sendDirectorate(makers, request, reply, { ...read, status: 400 });
    const { name = '', reason = '', id } = read.typed;
    const variables = { id: id || idOfName(name), basedOnVersion: read.basedOnVersion, name, reason };
    const asked = gateway.ask(SaveDirectorateDocument, variables, askingOf(request));
    let typed = read.typed;
    const commanded = await askCommand(asked, ({ outcome }) => {
      if (outcome?.__typename !== 'DirectorateChanged') return refusalIn(outcome, FIELD_OF);
      if (id) typed = { ...typed, basedOnVersion: String(outcome.directorate.version) };
      return [{ field: 'name', says: overtaken(outcome.directorate.name) }];
    });
    if (commanded.problems.length === 0) return reply.redirect(`${SERVICES_PATH}?kept`, 303);
    return sendDirectorate(makers, request, reply, { typed, problems: commanded.problems, status: 400 });
  });
}

const overtaken = (name: string): string =>
  `Somebody else changed it meanwhile, or a directorate of that name was there before: by now it is “${name}”. What you typed is still here; saved again, it takes its place.`;

function sendDirectorate(
  { page }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, problems, status }: Shown,
): FastifyReply {
  decidingIn(request);
  const field = fieldsWith(typed, problems);
  const html = page(request, 'administration/directorate.njk', {
    ...{ typed, problems, isNew: typed.basedOnVersion === '0' },
    fields: { name: field('name', 'What the directorate is called'), reason: field('reason', 'Why') },
  });
  return sendPage(reply, html, status);
}
