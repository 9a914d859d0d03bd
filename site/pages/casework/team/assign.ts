import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textOf } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { Stream } from '../../../operations/__generated__/operations';
import { TEAM_COMMANDS } from '../../../operations/team-commands.generated';
import { checkForm, type Form } from '../../../server/check-form';
import { WORKLISTS_PATH } from '../../../server/navigation';
import { signedIn } from '../../../server/visitor';
import { unlessLost } from '../../ask-part';
import { askingOf, type PageMakers, sendPage } from '../../page-makers';
import { keyOf } from '../commands/came';
import { checkMayAssign } from '../roles';
import { streamsOf } from '../worklists/work-streams';
import { askKnown } from './known';
import { complaintsWords, manyView, type StreamCame } from './many-view';
import { type Known, type Receiver, readReceiver, receiverName, receiverView } from './receiver';
import { readTicked, type Seen, tickOf } from './ticked';

type Makers = Pick<PageMakers, 'page' | 'gateway' | 'nameOf'>;
type Ticked = ReadonlyMap<Stream, readonly Seen[]>;

/** Where complaints are sent that are to be given to somebody together. */
export const ASSIGN_PATH = '/casework/assign';

const NOTHING: Problem = { field: null, says: 'Tick at least one complaint of the list.' };

/** Gives many complaints to somebody: first it is said what would come of each, then it is done, each by itself. */
export function addAssignPages(app: FastifyInstance, makers: Makers): void {
  app.post(ASSIGN_PATH, async (request, reply) => {
    const { form, ticked, known } = await meantBy(makers, request);
    const read = readReceiver(form);
    const shown = { form, ticked, known };
    if (ticked.size === 0) return sendForm(makers, request, reply, { ...shown, problems: [NOTHING] });
    if ('problems' in read) return sendForm(makers, request, reply, { ...shown, problems: read.problems });
    const of = { ticked, receiver: read.receiver, key: randomUUID() };
    const came = await assign(makers, request, { ...of, rehearse: true });
    return sendPreview(makers, request, reply, { ...shown, ...of, came });
  });

  app.post(`${ASSIGN_PATH}/do`, async (request, reply) => {
    const { form, ticked, known } = await meantBy(makers, request);
    const read = readReceiver(form);
    if (ticked.size === 0 || 'problems' in read)
      return sendForm(makers, request, reply, { form, ticked, known, problems: [NOTHING] });
    const of = { ticked, receiver: read.receiver, key: keyOf(form) };
    const came = await assign(makers, request, { ...of, rehearse: false });
    return sendDone(makers, request, reply, { form, known, ...of, came });
  });
}

async function meantBy({ gateway }: Makers, request: FastifyRequest) {
  const form = checkForm(request);
  const person = signedIn(request);
  checkMayAssign(person.role);
  const { subject } = person;
  const known = await askKnown(gateway, { streams: streamsOf(person), subject }, askingOf(request));
  return { form, ticked: readTicked(form), known };
}

interface Asked {
  readonly ticked: Ticked;
  readonly receiver: Receiver;
  readonly key: string;
}

/** Each stream does its own; one that is down keeps no other back. */
const assign = (
  { gateway }: Makers,
  request: FastifyRequest,
  { ticked, receiver, key, rehearse }: Asked & { readonly rehearse: boolean },
): Promise<StreamCame[]> =>
  Promise.all(
    [...ticked].map(async ([stream, complaints]) => {
      const variables = { key, complaints, ...receiver, rehearse };
      const asked = gateway.ask(TEAM_COMMANDS.assignComplaints[stream], variables, askingOf(request));
      const answer = await unlessLost(asked);
      return { stream, came: answer?.outcome ?? null, ids: complaints.map(({ id }) => id) };
    }),
  );

/** A list to which people go back: of worklists alone, whatever the form says. */
function backOf(form: Form): string {
  const back = textOf(form, 'back');
  return back === WORKLISTS_PATH || back.startsWith(`${WORKLISTS_PATH}?`) ? back : WORKLISTS_PATH;
}

const ticksOf = (ticked: Ticked, wanted: (id: string) => boolean = () => true): string[] =>
  [...ticked.values()]
    .flat()
    .filter(({ id }) => wanted(id))
    .map(tickOf);

interface Shown {
  readonly form: Form;
  readonly ticked: Ticked;
  readonly known: Known;
  readonly problems: readonly Problem[];
}

function sendForm(makers: Makers, request: FastifyRequest, reply: FastifyReply, shown: Shown) {
  return sendPage(reply, makers.page(request, 'casework/team/assign.njk', viewOf(makers, shown)), 400);
}

/** The form in which a receiver is named, with the complaints that are ticked. */
function viewOf({ nameOf }: Makers, { form, ticked, known, problems }: Shown) {
  const ticks = ticksOf(ticked);
  return {
    ...{ problems, ticks, back: backOf(form), sendTo: ASSIGN_PATH, preview: null },
    title:
      ticks.length === 0
        ? 'Give complaints to somebody'
        : `Give ${complaintsWords(ticks.length)} to somebody`,
    receiver: receiverView(form, known, { problems, nameOf }),
  };
}

type Came = Asked & Omit<Shown, 'problems'> & { readonly came: readonly StreamCame[] };

function sendPreview(makers: Makers, request: FastifyRequest, reply: FastifyReply, shown: Came) {
  const { form, ticked, known, receiver, key, came } = shown;
  const many = manyView(came, makers.nameOf);
  const going = new Set(many.done.map(({ id }) => id));
  const preview = {
    ...{ many, key, name: receiverName(receiver, known, makers.nameOf), ...receiver },
    ticks: ticksOf(ticked, (id) => going.has(id)),
    sendTo: `${ASSIGN_PATH}/do`,
  };
  const view = { ...viewOf(makers, { form, ticked, known, problems: [] }), preview };
  return sendPage(reply, makers.page(request, 'casework/team/assign.njk', view));
}

function sendDone(makers: Makers, request: FastifyRequest, reply: FastifyReply, shown: Came) {
  const { form, ticked, known, receiver, key, came } = shown;
  const many = manyView(came, makers.nameOf);
  const lost = new Set(came.flatMap((each) => (each.came === null ? each.ids : [])));
  const again = ticksOf(ticked, (id) => lost.has(id));
  const view = {
    ...{ many, back: backOf(form), name: receiverName(receiver, known, makers.nameOf) },
    // What was done already is not done twice: the same key, for those that were not reached.
    again: again.length === 0 ? null : { ...{ key, ...receiver }, ticks: again, sendTo: `${ASSIGN_PATH}/do` },
  };
  const isLost = came.every((each) => each.came === null);
  return sendPage(reply, makers.page(request, 'casework/team/assigned.njk', view), isLost ? 503 : 200);
}
