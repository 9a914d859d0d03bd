import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ownOf } from '../../../platform/tables/own-of';
import { askCommand } from '../../forms/ask-command';
import { fieldsWith, textOf, textsOf, wholeTextOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import { GatewayRefusal } from '../../gateway/refusal';
import { ComplaintPeopleDocument, SubjectAccessDocument } from '../../operations/__generated__/operations';
import { checkForm, type Form } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { idOf } from '../complaint/id';
import { complaintHref } from '../complaints/rows';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { momentWords } from '../restricted/case-words';
import { problemsIn } from '../restricted/commands';
import { mayDecide } from '../retention/roles';
import { type Asked, approve, prepare, take } from './commands';
import { hashOf, isOfOthers, lettered, type Part, partsOf, redacted } from './document';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
const actionModel = z.object({ action: z.string() });

/** What is done here, by the end of a form's address. */
const COMMANDS: Readonly<Record<string, (asked: Asked) => Promise<object>>> = {
  prepare,
  approve,
  json: take,
  html: take,
};

/** What was done, by the end of the form's address. */
const DONE: Readonly<Record<string, string>> = {
  prepare: 'It is prepared. Another officer has to read and approve it.',
  approve: 'It is approved, and can be taken now.',
};

interface Sent {
  readonly form?: Form;
  readonly problems?: readonly Problem[];
  readonly status?: number;
}

/** What a person is sent who asks what is kept of them of a complaint: prepared by one, approved by another, then taken. */
export function addSubjectAccess(app: FastifyInstance, makers: Makers): void {
  app.get('/complaints/:id/subject-access', (request, reply) => sendAccess(makers, request, reply, {}));

  app.post('/complaints/:id/subject-access/:action', async (request, reply) => {
    const form = checkForm(request);
    const { action } = actionModel.parse(request.params);
    const command = ownOf(COMMANDS, action);
    if (command === undefined) throw new NotFound();
    const kept = await askKept(makers, request);
    const asked = {
      gateway: makers.gateway,
      asking: askingOf(request),
      id: kept.complaint.id,
      form,
      contentHash: hashOf(kept.parts),
    };
    const commanded = await askCommand(command({ ...asked, stream: kept.complaint.stream ?? '' }), (answer) =>
      problemsIn(answer, `${action}-`),
    );
    if (commanded.answer === null) return sendAccess(makers, request, reply, { form, ...commanded });
    if (command !== take) return reply.redirect(`${hrefOf(kept.complaint.id)}?done=${action}`, 303);
    return sendDocument(makers, request, reply, { ...kept, access: textOf(form, 'access'), as: action });
  });
}

const hrefOf = (id: string): string => `${complaintHref(id)}/subject-access`;

async function askKept({ gateway }: Makers, request: FastifyRequest) {
  const session = signedIn(request);
  const variables = { id: idOf(request) };
  if (session.role !== 'officer')
    throw new GatewayRefusal('FORBIDDEN', 'What a person is sent is prepared by officers');
  const asking = askingOf(request);
  const [{ complaint }, { complaint: people }] = await Promise.all([
    gateway.ask(SubjectAccessDocument, variables, asking),
    gateway.ask(ComplaintPeopleDocument, variables, asking),
  ]);
  if (complaint === null || people === null) throw new NotFound();
  if (complaint.openToCaller !== true || !mayDecide(session, complaint.stream))
    throw new GatewayRefusal('FORBIDDEN', 'Its people are not open to this officer');
  return { complaint, parts: partsOf(complaint, people) };
}

async function sendAccess(
  makers: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  { form, problems = [], status = 200 }: Sent,
): Promise<FastifyReply> {
  const { complaint, parts } = await askKept(makers, request);
  const { subject } = signedIn(request);
  const [latest] = complaint.retention?.subjectAccess ?? [];
  const left = form === undefined ? null : textsOf(form, 'leftOut');
  const isLeftOut = (key: string, others: boolean) =>
    left?.includes(key) ?? latest?.leftOut.includes(key) ?? others;
  const struck = form === undefined ? (latest?.struck.join('\n') ?? '') : wholeTextOf(form, 'prepare-struck');
  const field = fieldsWith({ 'prepare-struck': struck }, problems);
  const html = makers.page(request, 'subject-access/prepare.njk', {
    ...{ problems, done: ownOf(DONE, queryOf(request).done) ?? null, href: hrefOf(complaint.id) },
    reference: complaint.reference ?? 'without a reference',
    complaintHref: complaintHref(complaint.id),
    command: (form && textOf(form, 'command')) || randomUUID(),
    parts: parts.map(({ title, entries }) => ({
      title,
      entries: entries.map((entry) => ({ ...entry, isLeftOut: isLeftOut(entry.key, isOfOthers(entry)) })),
    })),
    latest: latest && {
      ...{ id: latest.id, isOwn: latest.preparedBy === subject },
      prepared: `${latest.preparedBy}, ${momentWords(latest.preparedAt)}`,
      approved: latest.approvedAt && `${latest.approvedBy}, ${momentWords(latest.approvedAt)}`,
      parts: redacted(parts, latest),
    },
    fields: {
      struck: field(
        'prepare-struck',
        'Words to strike out wherever they stand',
        'One a line: names of others, and what shows who they are',
      ),
    },
  });
  return sendPage(reply, html, status);
}

/** What was approved, as it leaves: accessible to read, or for a program. */
async function sendDocument(
  makers: Makers,
  request: FastifyRequest,
  reply: FastifyReply,
  taken: {
    readonly complaint: Awaited<ReturnType<typeof askKept>>['complaint'];
    readonly parts: readonly Part[];
    readonly access: string;
    readonly as: string;
  },
): Promise<FastifyReply> {
  const { complaint, access, as } = taken;
  const approved = (complaint.retention?.subjectAccess ?? []).find(({ id }) => id === access);
  if (approved === undefined || approved.approvedAt === null) throw new NotFound();
  const view = {
    ...{ reference: complaint.reference, approvedAt: approved.approvedAt },
    parts: redacted(taken.parts, approved).map(({ title, entries }) => ({
      title,
      entries: entries.map(({ name, value }) => ({ name, value })),
    })),
  };
  reply.header('content-disposition', `attachment; filename="what-is-kept-${complaint.id}.${as}"`);
  if (as === 'json') return reply.type('application/json; charset=utf-8').send(JSON.stringify(view, null, 2));
  return sendPage(reply, makers.page(request, 'subject-access/document.njk', lettered(view)));
}
