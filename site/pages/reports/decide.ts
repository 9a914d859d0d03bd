import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { textOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import { isPartLost } from '../../gateway/part-lost';
import {
  FreezeReportDocument,
  NoteReportSeenDocument,
  RenewReportDocument,
  ReportChecksDocument,
  ReviseReportDocument,
} from '../../operations/__generated__/operations';
import { checkForm, type Form } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { askingOf, type PageMakers, sendPage, steadyAskingOf } from '../page-makers';
import { checkViews } from './check-view';
import type { OfReport } from './document';
import { REPORTS_PATH, reportHref } from './paths';
import { checkFreezer, checkWriter } from './roles';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
type Asking = ReturnType<typeof steadyAskingOf>;

/** What became of a decision. */
interface Done {
  readonly __typename: string;
  readonly message?: string;
  /** The cells that are others by now than when somebody looked. */
  readonly cells?: readonly { readonly id: string; readonly text: string }[];
}

/** What somebody decides of a report. */
interface Decision {
  /** As the address names it, and the page's word for what was done. */
  readonly name: 'freeze' | 'revise' | 'seen' | 'renew';
  readonly did: string;
  readonly isOfWhatWasSeen: boolean;
  check(request: FastifyRequest): void;
  ask(makers: Makers, asked: { id: string; form: Form }, asking: Asking): Promise<Done | null>;
}

const DECISIONS: readonly Decision[] = [
  {
    ...{ name: 'freeze', did: 'frozen', isOfWhatWasSeen: true, check: checkFreezer },
    async ask({ gateway }, { id, form }, asking) {
      const despite = textOf(form, 'despite');
      const asked = { id, ...seenIn(form), despite: despite === '' ? null : despite };
      return (await gateway.ask(FreezeReportDocument, asked, asking)).done;
    },
  },
  {
    ...{ name: 'revise', did: 'revised', isOfWhatWasSeen: false, check: checkFreezer },
    ask: async ({ gateway }, { id, form }, asking) =>
      (await gateway.ask(ReviseReportDocument, { id, reason: textOf(form, 'reason') }, asking)).done,
  },
  {
    ...{ name: 'seen', did: 'seen', isOfWhatWasSeen: true, check: checkWriter },
    ask: async ({ gateway }, { id, form }, asking) =>
      (await gateway.ask(NoteReportSeenDocument, { id, ...seenIn(form) }, asking)).done,
  },
  {
    ...{ name: 'renew', did: 'renewed', isOfWhatWasSeen: false, check: checkWriter },
    ask: async ({ gateway }, { id }, asking) => (await gateway.ask(RenewReportDocument, { id }, asking)).done,
  },
];

/**
 * Freezing a report, revising it, having looked at it, and taking a new definition over. What somebody looked at is frozen or
 * noted: both begin on the page that shows it, and an address alone leads there.
 */
export function addReportDecisions(app: FastifyInstance, makers: Makers): void {
  for (const decision of DECISIONS) {
    const path = `${REPORTS_PATH}/:id/${decision.name}`;
    app.get<OfReport>(path, async (request, reply) => {
      decision.check(request);
      if (decision.isOfWhatWasSeen) return reply.redirect(reportHref(request.params.id), 303);
      return sendForm(makers, decision, { request, reply });
    });
    app.post<OfReport>(path, (request, reply) => take(makers, decision, { request, reply }));
  }
}

interface Sending {
  readonly request: FastifyRequest<OfReport>;
  readonly reply: FastifyReply;
}

/** Which version somebody saw, and as what. */
const seenIn = (form: Form) => ({
  version: Number(textOf(form, 'version')) || 0,
  seen: textOf(form, 'seen'),
});

async function take(makers: Makers, decision: Decision, { request, reply }: Sending): Promise<FastifyReply> {
  const form = checkForm(request);
  decision.check(request);
  const { id } = request.params;
  if (textOf(form, 'do') === 'confirm')
    return sendForm(makers, decision, { request, reply }, { form, done: null });
  const done = await ask(makers, decision, { id, form }, steadyAskingOf(request));
  if (done.__typename === 'Report') return reply.redirect(`${reportHref(id)}?did=${decision.did}`, 303);
  return sendForm(makers, decision, { request, reply }, { form, done });
}

/** Has it done. Throws `NotFound` where there is no such report. */
async function ask(
  makers: Makers,
  decision: Decision,
  asked: { id: string; form: Form },
  asking: Asking,
): Promise<Done> {
  try {
    const done = await decision.ask(makers, asked, asking);
    if (done?.__typename === 'ReportNotFound') throw new NotFound();
    return done ?? NOT_KNOWN;
  } catch (error) {
    if (isPartLost(error)) return NOT_KNOWN;
    throw error;
  }
}

const NOT_KNOWN: Done = {
  __typename: 'NotKnown',
  message:
    'No answer came, so nobody knows whether it was done. Send it again: the same again changes nothing.',
};

/** What was sent, and what came of it; null where it was only to be confirmed. */
interface Sent {
  readonly form: Form;
  readonly done: Done | null;
}

async function sendForm(
  { page, gateway }: Makers,
  { name }: Decision,
  { request, reply }: Sending,
  { form, done }: Sent = { form: {}, done: null },
): Promise<FastifyReply> {
  const { id } = request.params;
  const { report } = await gateway.ask(ReportChecksDocument, { id }, askingOf(request));
  if (report === null) throw new NotFound();
  const checks = checkViews(report.checks, report);
  const problems: Problem[] = done === null ? [] : [{ field: FIELDS[name], says: done.message ?? '' }];
  const view = {
    ...{
      name,
      problems,
      checks,
      href: reportHref(id),
      report: report.title,
      isDraft: report.state === 'DRAFT',
    },
    // What they looked at, and no other, also where it is refused.
    ...{ version: seenIn(form).version || report.version, seen: textOf(form, 'seen') },
    moved: done?.cells ?? null,
    blocking: checks.filter(({ isBlocking }) => isBlocking).length,
    typed: { despite: textOf(form, 'despite'), reason: textOf(form, 'reason') },
  };
  return sendPage(reply, page(request, 'reports/decide.njk', view), done === null ? 200 : 400);
}

/** The field at which what is wrong is told. */
const FIELDS: Readonly<Record<Decision['name'], string>> = {
  ...{ freeze: '', revise: 'reason', seen: '', renew: '' },
};
