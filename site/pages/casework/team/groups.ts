import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { streamName } from '../../../../domain/figures/names';
import { askCommand } from '../../../forms/ask-command';
import { fieldsWith } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { TeamGroupFragment } from '../../../operations/__generated__/operations';
import { TEAM_COMMANDS } from '../../../operations/team-commands.generated';
import { checkForm } from '../../../server/check-form';
import { NotFound } from '../../../server/not-found';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { checkMayAssign } from '../roles';
import { codeOf } from '../worklists/work-streams';
import { askTeam } from './ask-team';
import { type GroupSaid, readGroup, type TypedGroup, typedGroup } from './group-form';
import { GROUPS_PATH, TEAM_PATH } from './paths';
import { workerOf } from './worker';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'nameOf'>;

interface Sent {
  readonly typed: TypedGroup;
  readonly problems: readonly Problem[];
  readonly status: number;
  /** The group as it stands by now, where somebody else changed it. */
  readonly now?: TeamGroupFragment;
}

const NEW: TypedGroup = { stream: '', id: '', version: '0', name: '', members: '', callGroups: '' };

/** Makes groups, and says who is in them and whose calls come to them. */
export function addGroupPages(app: FastifyInstance, makers: Makers): void {
  app.get(`${GROUPS_PATH}/new`, async (request, reply) =>
    sendForm(makers, request, reply, { typed: NEW, problems: [], status: 200 }),
  );

  app.get<{ Params: { stream: string; id: string } }>(
    `${GROUPS_PATH}/:stream/:id`,
    async (request, reply) => {
      const { groups } = await askTeam(makers.gateway, officerOf(request).streams, askingOf(request));
      const { stream, id } = request.params;
      const found = groups.find((group) => group.stream === stream && group.id === id);
      if (found === undefined) throw new NotFound();
      return sendForm(makers, request, reply, { typed: typedGroup(found), problems: [], status: 200 });
    },
  );

  app.post(GROUPS_PATH, async (request, reply) => {
    const form = checkForm(request);
    const { typed, problems, said } = readGroup(form, officerOf(request).streams);
    if (said === null) return sendForm(makers, request, reply, { typed, problems, status: 400 });
    const refused = await save(makers, request, typed, said);
    if (refused !== null) return sendForm(makers, request, reply, refused);
    return reply.redirect(`${TEAM_PATH}?did=group`, 303);
  });
}

function officerOf(request: FastifyRequest) {
  const worker = workerOf(request);
  checkMayAssign(worker.role);
  return worker;
}

/** Saves a group; what its form says instead where it was not. */
async function save(
  { gateway }: Makers,
  request: FastifyRequest,
  typed: TypedGroup,
  { stream, ...group }: GroupSaid,
): Promise<Sent | null> {
  const asked = gateway.ask(TEAM_COMMANDS.saveGroup[codeOf(stream)], group, askingOf(request));
  const { answer, problems, status } = await askCommand(asked, () => []);
  if (answer === null) return { typed, problems, status };
  const said = answer.outcome;
  if (said?.__typename === 'GroupChanged') return changed(typed, said);
  if (said?.__typename === 'CommandUnusable')
    return { typed, problems: [{ field: fieldOf(said.part), says: said.message }], status: 400 };
  return null;
}

const fieldOf = (part: string | null): string =>
  part === 'members' || part === 'callGroups' ? part : 'name';

/** A new one never takes the place of one that is there; one that somebody changed does, where it is saved once more. */
const changed = (
  typed: TypedGroup,
  { message, group }: { readonly message: string; readonly group: TeamGroupFragment },
): Sent =>
  typed.id === ''
    ? {
        ...{ typed, status: 409 },
        problems: [
          { field: 'name', says: 'There is a group of this name. Change that one, or choose another name.' },
        ],
      }
    : {
        ...{ typed: { ...typed, version: String(group.version) }, status: 409, now: group },
        problems: [{ field: null, says: message }],
      };

function sendForm(
  { page, nameOf }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, problems, status, now }: Sent,
) {
  const { streams } = officerOf(request);
  const field = fieldsWith(typed, problems);
  const view = {
    ...{ typed, problems, teamHref: TEAM_PATH, sendTo: GROUPS_PATH, isNew: typed.id === '' },
    now: now && {
      ...{ name: now.name, members: now.members.map(nameOf).join(', ') || 'nobody' },
      callGroups: now.callGroups.join(', ') || 'none',
    },
    stream: field('stream', 'It works on complaints of'),
    streams: [{ value: '', text: 'Choose' }].concat(
      streams.map((value) => ({ value, text: streamName(codeOf(value)) })),
    ),
    name: field('name', 'Its name'),
    members: field('members', 'Who is in it', 'One a line, by the name that they sign in with.'),
    callGroups: field(
      'callGroups',
      'Groups of the telephone system',
      'Whose calls come to it: one a line, as that system names them.',
    ),
  };
  return sendPage(reply, page(request, 'casework/team/group.njk', view), status);
}
