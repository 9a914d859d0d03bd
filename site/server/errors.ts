import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../../platform/logging/logger';
import { isPartLost } from '../gateway/part-lost';
import { GatewayRefusal } from '../gateway/refusal';
import type { KeepLateForm } from '../kept-forms/keep-late-form';
import { ForeignForm } from './check-form';
import { NotFound } from './not-found';
import type { Page } from './page';
import { SignInNeeded } from './visitor';

/** What a person is told who gets no page: what happened and what to do. */
interface Told {
  readonly status: number;
  readonly title: string;
  readonly says: readonly string[];
  /** A way on, such as to try again. */
  readonly goOn?: { readonly href: string; readonly text: string };
}

const NOT_FOUND: Told = {
  status: 404,
  title: 'Page not found',
  says: [
    'There is no such page, or it is none that your role may see.',
    'Check the address, or go on from the links above.',
  ],
};
const FORBIDDEN: Told = {
  status: 403,
  title: 'Your role does not open this page',
  says: ['If you need it for your work, ask whoever runs this service for another role.'],
};
const FOREIGN_FORM: Told = {
  status: 403,
  title: 'This form is out of date',
  says: ['It was made before you last signed in. Go back, load the page again and send it once more.'],
};
const TROUBLE = (requestId: string): Told => ({
  status: 500,
  title: 'Something went wrong',
  says: [
    'The fault is ours, and has been noted. Try again in a minute.',
    `If it goes on, tell whoever runs this service, with this number: ${requestId}`,
  ],
});
const NO_ANSWER: Told = {
  status: 503,
  title: 'This page cannot be shown right now',
  says: [
    'A part of the service that it needs does not answer. Nothing is lost.',
    'Try again in a minute. If it goes on, tell whoever runs this service.',
  ],
};
const KEPT = (href: string): Told => ({
  ...{ status: 503, title: 'This could not be sent on' },
  says: [
    'A part of the service that it needs does not answer. What was done already is not done twice.',
    'What you typed is kept for twelve hours, for you alone.',
  ],
  goOn: { href, text: 'See it, and send it again' },
});

const NOT_LET_IN: Told = {
  status: 403,
  title: 'You are not let in',
  says: [
    'You are signed in, and the service does not take it. Where you belong to a partner, its agreement with the council may be over.',
    'Sign out and in again. If that changes nothing, ask whoever runs this service.',
  ],
};

/** Shows what happened as a page that helps. What was not expected is masked and logged with the request's id. */
export function addErrorPages(
  app: FastifyInstance,
  { page, logger, keepLateForm = keepNone }: { page: Page; logger: Logger; keepLateForm?: KeepLateForm },
): void {
  const tell = (request: FastifyRequest, reply: FastifyReply, told: Told) =>
    reply
      .status(told.status)
      .type('text/html; charset=utf-8')
      .send(page(request, 'told.njk', { ...told }));
  app.setNotFoundHandler((request, reply) => tell(request, reply, NOT_FOUND));
  app.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const elsewhere = await leadsTo(error, request, keepLateForm);
    if (elsewhere !== null) return reply.redirect(elsewhere, 303);
    const told = isPartLost(error) ? await noAnswer(request, keepLateForm) : toldOf(error);
    if (told !== null) return tell(request, reply, told);
    logger.error({ err: error, requestId: request.id }, 'A page failed');
    return tell(request, reply, TROUBLE(request.id));
  });
}

/** Where whoever has to sign in goes, or sent a form that another session made: what was typed is found again from there. */
async function leadsTo(
  error: FastifyError,
  request: FastifyRequest,
  keepLateForm: KeepLateForm,
): Promise<string | null> {
  const isUnknown = error instanceof SignInNeeded;
  if (!isUnknown && !(error instanceof ForeignForm)) return null;
  const kept = await keepLateForm(request);
  return isUnknown ? signInFor(kept ?? (request.method === 'GET' ? request.url : null)) : kept;
}

/** What was typed is kept, so that nobody types it again; a page is asked for once more. */
async function noAnswer(request: FastifyRequest, keepLateForm: KeepLateForm): Promise<Told> {
  const kept = await keepLateForm(request, 'NO_ANSWER');
  if (kept !== null) return KEPT(kept);
  return request.method === 'GET'
    ? { ...NO_ANSWER, goOn: { href: request.url, text: 'Try again' } }
    : NO_ANSWER;
}

const keepNone: KeepLateForm = async () => null;

const signInFor = (wanted: string | null): string =>
  wanted === null ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(wanted)}`;

function toldOf(error: FastifyError): Told | null {
  if (error instanceof NotFound) return NOT_FOUND;
  if (error instanceof ForeignForm) return FOREIGN_FORM;
  if (error instanceof GatewayRefusal && error.code === 'UNAUTHENTICATED') return NOT_LET_IN;
  if (error instanceof GatewayRefusal) return error.isForbidden ? FORBIDDEN : NO_ANSWER;
  if (error.statusCode === undefined || error.statusCode >= 500) return null;
  return {
    status: error.statusCode,
    title: 'This cannot be read',
    says: ['What was sent is not what this page takes. Go back and try again.'],
  };
}
