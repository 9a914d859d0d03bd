import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '../../platform/logging/logger';
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
  title: 'The figures cannot be had just now',
  says: [
    'The part of the service that keeps them does not answer. Nothing is lost.',
    'Load the page again in a minute. If it goes on, tell whoever runs this service.',
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
    if (error instanceof SignInNeeded || error instanceof ForeignForm) {
      // What was typed is found again once they have signed in.
      const kept = await keepLateForm(request);
      const wanted = kept ?? (request.method === 'GET' ? request.url : null);
      if (error instanceof SignInNeeded) return reply.redirect(signInFor(wanted), 303);
      if (kept !== null) return reply.redirect(kept, 303);
    }
    const told = toldOf(error);
    if (told !== null) return tell(request, reply, told);
    logger.error({ err: error, requestId: request.id }, 'A page failed');
    return tell(request, reply, TROUBLE(request.id));
  });
}

const keepNone: KeepLateForm = async () => null;

const signInFor = (wanted: string | null): string =>
  wanted === null ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(wanted)}`;

function toldOf(error: FastifyError): Told | null {
  if (error instanceof NotFound) return NOT_FOUND;
  if (error instanceof ForeignForm) return FOREIGN_FORM;
  if (error instanceof GatewayRefusal) return error.isForbidden ? FORBIDDEN : NO_ANSWER;
  if (error.statusCode === undefined || error.statusCode >= 500) return null;
  return {
    status: error.statusCode,
    title: 'This cannot be read',
    says: ['What was sent is not what this page takes. Go back and try again.'],
  };
}
