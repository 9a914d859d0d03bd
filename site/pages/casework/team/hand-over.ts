import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { streamName } from '../../../../domain/figures/names';
import { fieldsWith } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { ManyCameFragment } from '../../../operations/__generated__/operations';
import { TEAM_COMMANDS } from '../../../operations/team-commands.generated';
import { checkForm } from '../../../server/check-form';
import { askingOf, type PageMakers, queryOf, sendPage } from '../../page-makers';
import { keyOf } from '../commands/came';
import { checkMayAssign } from '../roles';
import { codeOf } from '../worklists/work-streams';
import { FIELD_OF, type HandOverSaid, readHandOver, type TypedHandOver, WHY } from './hand-over-form';
import { type InStreams, inStreams, problemsIn } from './in-streams';
import { askKnown } from './known';
import { complaintsWords, manyView } from './many-view';
import { HAND_OVER_PATH, TEAM_PATH } from './paths';
import { type Known, receiverName, receiverView } from './receiver';
import { workerOf } from './worker';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'nameOf'>;
type Came = readonly InStreams<ManyCameFragment>[];

/** Hands over all of somebody's work over all streams: first it is said what would come of it, then it is done. */
export function addHandOverPages(app: FastifyInstance, makers: Makers): void {
  app.get(HAND_OVER_PATH, async (request, reply) => {
    const { from } = queryOf(request);
    const typed = { from: typeof from === 'string' ? from : '' };
    const known = await knownTo(makers, request);
    return sendForm(makers, request, reply, { typed, known, problems: [] });
  });

  app.post(HAND_OVER_PATH, async (request, reply) => {
    const { typed, problems, said } = readHandOver(checkForm(request));
    const known = await knownTo(makers, request);
    if (said === null) return sendForm(makers, request, reply, { typed, known, problems });
    const key = randomUUID();
    const came = await handOver(makers, request, { key, said, rehearse: true });
    if (isRefused(came)) {
      const refused = problemsIn(came, FIELD_OF);
      return sendForm(makers, request, reply, { typed, known, problems: refused });
    }
    const preview = { key, ...cameView(makers, { came, said, known }) };
    return sendForm(makers, request, reply, { typed, known, problems: [], preview });
  });

  app.post(`${HAND_OVER_PATH}/do`, async (request, reply) => {
    const form = checkForm(request);
    const { typed, problems, said } = readHandOver(form);
    const known = await knownTo(makers, request);
    if (said === null) return sendForm(makers, request, reply, { typed, known, problems });
    const key = keyOf(form);
    const came = await handOver(makers, request, { key, said, rehearse: false });
    if (isRefused(came)) {
      const refused = problemsIn(came, FIELD_OF);
      return sendForm(makers, request, reply, { typed, known, problems: refused });
    }
    return sendDone(makers, request, reply, { typed, key, ...cameView(makers, { came, said, known }) });
  });
}

/** Whom there is to name. Throws for whoever may not say who works on what. */
async function knownTo({ gateway }: Makers, request: FastifyRequest): Promise<Known> {
  const { role, streams, subject } = workerOf(request);
  checkMayAssign(role);
  return askKnown(gateway, { streams, subject }, askingOf(request));
}

const handOver = (
  { gateway }: Makers,
  request: FastifyRequest,
  asked: { readonly key: string; readonly said: HandOverSaid; readonly rehearse: boolean },
): Promise<Came> =>
  inStreams(workerOf(request).streams, (stream) => {
    const { key, said, rehearse } = asked;
    const variables = { key, ...said, rehearse };
    return gateway.ask(TEAM_COMMANDS.handOverWork[codeOf(stream)], variables, askingOf(request));
  });

/** Where no stream does it: what is typed cannot be meant, or nothing answers. */
const isRefused = (came: Came): boolean => came.every((each) => each.came?.__typename !== 'ManyDone');

/** What came, or would come, of each complaint; a stream that refuses the whole, such as since it has no such group, says why. */
function cameView(
  { nameOf }: Makers,
  { came, said, known }: { readonly came: Came; readonly said: HandOverSaid; readonly known: Known },
) {
  const streams = came.map(({ stream, came: each }) => ({ stream: codeOf(stream), came: each, ids: [] }));
  return {
    many: manyView(streams, nameOf),
    notes: came.flatMap(({ stream, came: each }) =>
      each?.__typename === 'CommandUnusable' ? `${streamName(codeOf(stream))}: ${each.message}` : [],
    ),
    name: receiverName(said, known, nameOf),
    from: nameOf(said.from),
    isAway: said.away !== null,
  };
}

type CameView = ReturnType<typeof cameView>;

interface Sent {
  readonly typed: TypedHandOver;
  readonly known: Known;
  readonly problems: readonly Problem[];
  readonly preview?: CameView & { readonly key: string };
}

/** The fields of a form as they are sent once more. */
const hiddenOf = (typed: TypedHandOver) => Object.entries(typed).map(([name, value]) => ({ name, value }));

function sendForm(
  { page, nameOf }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, known, problems, preview }: Sent,
) {
  const field = fieldsWith(typed, problems);
  const view = {
    ...{ typed, problems, teamHref: TEAM_PATH, sendTo: HAND_OVER_PATH },
    preview: preview && { ...preview, hidden: hiddenOf(typed), sendTo: `${HAND_OVER_PATH}/do` },
    from: field('from', 'Whose work', 'By the name that they sign in with.'),
    receiver: receiverView(typed, known, { problems, nameOf }),
    why: field('why', 'Why it is handed over'),
    whys: Object.entries(WHY).map(([value, text]) => ({ value, text, isChosen: typed.why === value })),
    awayFrom: field('awayFrom', 'First day away', 'Only where they are away for a time.'),
    awayTo: field('awayTo', 'Last day away', 'Only where they are away for a time.'),
    standsIn: field(
      'standsIn',
      'Who stands in',
      'For what comes to them meanwhile. Leave it empty where nobody does.',
    ),
    reason: field('reason', 'The reason', 'It stands in the timeline of each complaint.'),
  };
  const status = problems.length > 0 ? 400 : 200;
  return sendPage(reply, page(request, 'casework/team/hand-over.njk', view), status);
}

function sendDone(
  { page }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, key, ...came }: CameView & { readonly typed: TypedHandOver; readonly key: string },
) {
  const { lost, left } = came.many;
  const view = {
    ...{ ...came, teamHref: TEAM_PATH, hidden: hiddenOf(typed), leftWords: complaintsWords(left) },
    // Under the same key what was done is not done twice; the rest is a command of its own, which is looked at first.
    again: lost.length > 0 ? { sendTo: `${HAND_OVER_PATH}/do`, key } : null,
    next: left > 0 ? { sendTo: HAND_OVER_PATH } : null,
  };
  return sendPage(reply, page(request, 'casework/team/handed-over.njk', view));
}
