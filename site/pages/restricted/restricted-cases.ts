import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand } from '../../forms/ask-command';
import { textOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import type { Asking, Gateway } from '../../gateway/gateway';
import { GatewayRefusal } from '../../gateway/refusal';
import {
  AcknowledgeOpeningDocument,
  CaseOpeningsDocument,
  RestrictedCasesDocument,
  UnreadOpeningsDocument,
} from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { signedIn } from '../../server/visitor';
import { askPart } from '../ask-part';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { conflictView, openingView, restrictionView } from './case-words';
import { onlyIn, problemsIn } from './commands';
import { isTold } from './roles';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
const PATH = '/restricted-cases';
const MOST = 100;

interface Sent {
  readonly problems?: readonly Problem[];
  readonly status?: number;
}

/** Who opened restricted cases by a reason, for somebody else to see; and, for who decides on them, which cases are restricted. */
export function addRestrictedCases(app: FastifyInstance, makers: Makers): void {
  app.get(PATH, (request, reply) => sendCases(makers, request, reply, {}));

  app.post(`${PATH}/acknowledge`, async (request, reply) => {
    const form = checkForm(request);
    checkTold(request);
    const variables = { id: textOf(form, 'opening'), ...onlyIn(textOf(form, 'stream')) };
    const asked = makers.gateway.ask(AcknowledgeOpeningDocument, variables, askingOf(request));
    const commanded = await askCommand(asked, (answer) => problemsIn(answer));
    if (commanded.answer !== null) return reply.redirect(`${PATH}?done`, 303);
    return sendCases(makers, request, reply, commanded);
  });
}

function checkTold(request: FastifyRequest): void {
  if (!isTold(signedIn(request).role))
    throw new GatewayRefusal('FORBIDDEN', 'Openings are told to admins and auditors');
}

/** How many openings nobody else has seen, for whoever is told; null for others, and where it cannot be had. */
export async function askUnread(gateway: Gateway, role: string, asking: Asking): Promise<number | null> {
  if (!isTold(role)) return null;
  const told = await askPart(gateway.ask(UnreadOpeningsDocument, {}, { ...asking, share: 0.5 }));
  if (told === null) return null;
  return [told.adults, told.childrens, told.corporate, told.schools].reduce(
    (sum, list) => sum + (list?.totalCount ?? 0),
    0,
  );
}

async function sendCases(
  { page, gateway }: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { problems = [], status = 200 }: Sent,
): Promise<FastifyReply> {
  checkTold(request);
  const asking = askingOf(request);
  const isAdmin = signedIn(request).role === 'admin';
  const isUnread = queryOf(request).all === undefined;
  const [told, held] = await Promise.all([
    gateway.ask(CaseOpeningsDocument, { isUnread }, asking),
    isAdmin ? gateway.ask(RestrictedCasesDocument, {}, asking) : null,
  ]);
  const html = page(request, 'restricted/cases.njk', {
    ...{ problems, isUnread, isDone: queryOf(request).done !== undefined, isAdmin, most: MOST },
    openings: nodesIn([told.adults, told.childrens, told.corporate, told.schools]).map((opening) => ({
      ...openingView(opening),
      streamCode: opening.complaint?.stream ?? '',
    })),
    restrictions:
      held && nodesIn([held.adults, held.childrens, held.corporate, held.schools]).map(restrictionView),
    conflicts:
      held &&
      nodesIn([
        ...[held.adultsConflicts, held.childrensConflicts],
        ...[held.corporateConflicts, held.schoolsConflicts],
      ]).map(conflictView),
  });
  return sendPage(reply, html, status);
}

function nodesIn<Node>(
  lists: readonly ({ readonly edges: readonly { readonly node: Node | null }[] } | null)[],
): Node[] {
  return lists.flatMap((list) => list?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [node]));
}
