import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { TokenVerifier } from '../../platform/identity/bearer-token';
import { NotAdmittedError } from '../../platform/identity/sign-in-error';
import type { Logger } from '../../platform/logging/logger';
import type { FormTokens } from '../kept-forms/form-tokens';
import { checkForm } from '../server/check-form';
import type { SiteCookie } from '../server/cookies';
import type { Page } from '../server/page';
import type { Sessions } from '../sessions/sessions';
import type { createAttempts } from './attempts';
import { returnTo } from './return-to';
import type { Grant, SignInService } from './sign-in-service';

/** Somebody whom the page offers to sign in as, in the demonstration. */
export interface Offered {
  readonly subject: string;
  readonly role: string;
  readonly name: string;
  readonly work: string;
  readonly opens: string;
}

export interface SignInRoutes {
  readonly service: SignInService;
  readonly verifier: TokenVerifier;
  readonly sessions: Sessions;
  readonly attempts: ReturnType<typeof createAttempts>;
  readonly cookie: SiteCookie;
  readonly tokens: FormTokens;
  readonly page: Page;
  readonly logger: Logger;
  /** Told of everybody who has signed in. */
  welcome(person: { readonly subject: string; readonly role: string }): Promise<void>;
  /** The origin at which this request reached the site. */
  originOf(request: FastifyRequest): string;
  /** The demonstration's people; empty where people sign in as themselves. */
  readonly offered: readonly Offered[];
}

const queryModel = z.object({
  returnTo: z.string().optional(),
  person: z.string().max(100).optional(),
  state: z.string().optional(),
});

/** Signing in by OpenID Connect, and out of everything. */
export function addSignInRoutes(app: FastifyInstance, options: SignInRoutes): void {
  const { service, sessions, attempts, cookie, page, logger, originOf, offered } = options;
  const told = (
    request: FastifyRequest,
    reply: FastifyReply,
    view: { status: number; reason: string; says?: string },
  ) => {
    const shown = page(request, 'sign-in.njk', { ...view, offered, returnTo: wantedBy(request) });
    return reply.status(view.status).type('text/html; charset=utf-8').send(shown);
  };

  app.get('/sign-in', (request, reply) => {
    if (request.visitor !== null && queryOf(request).returnTo !== undefined)
      return reply.redirect(wantedBy(request), 303);
    return told(request, reply, { status: 200, reason: 'none' });
  });

  app.get('/sign-in/start', async (request, reply) => {
    try {
      const { url, attempt } = await service.begin({
        redirectUri: `${originOf(request)}/sign-in/callback`,
        returnTo: wantedBy(request),
        person: offered.length > 0 ? (queryOf(request).person ?? null) : null,
      });
      attempts.keep(reply, attempt);
      return reply.redirect(url.href, 303);
    } catch (error) {
      logger.warn({ err: error, requestId: request.id }, 'The sign-in service cannot be reached');
      return told(request, reply, { status: 503, reason: 'unreachable' });
    }
  });

  app.get('/sign-in/callback', async (request, reply) => {
    const attempt = attempts.take(request, reply, queryOf(request).state ?? '');
    if (attempt === null) return told(request, reply, { status: 400, reason: 'stale' });
    try {
      const grant = await service.finish(new URL(request.url, originOf(request)), attempt);
      const id = await begun(options, grant);
      if (request.visitor !== null) await sessions.end(request.visitor.id);
      cookie.set(reply, id);
      return reply.redirect(attempt.returnTo, 303);
    } catch (error) {
      if (error instanceof NotAdmittedError)
        return told(request, reply, { status: 403, reason: 'not-admitted', says: error.message });
      logger.warn({ err: error, requestId: request.id }, 'A sign-in could not be finished');
      return told(request, reply, { status: 400, reason: 'refused' });
    }
  });

  app.post('/sign-out', async (request, reply) => {
    checkForm(request);
    const { visitor } = request;
    cookie.clear(reply);
    if (visitor !== null) await sessions.end(visitor.id);
    const returnUri = `${originOf(request)}/signed-out`;
    const end = await service
      .endAt({ idToken: visitor?.session.idToken ?? null, returnUri })
      .catch(() => null);
    return reply.redirect(end?.href ?? '/signed-out', 303);
  });

  app.get('/signed-out', (request, reply) => told(request, reply, { status: 200, reason: 'signed-out' }));
}

const queryOf = (request: FastifyRequest) => queryModel.catch({}).parse(request.query);
const wantedBy = (request: FastifyRequest): string => returnTo(queryOf(request).returnTo);

/** Begins a session for whoever the token for the gateway names. */
async function begun(
  { verifier, sessions, tokens, welcome }: SignInRoutes,
  { providerSession, ...grant }: Grant,
): Promise<string> {
  const { streams, services, ...person } = await verifier.verify(grant.accessToken);
  await welcome({ subject: person.subject, role: person.role });
  const formToken = tokens.make(person.subject);
  return sessions.begin(
    { ...person, ...grant, streams: [...streams], services: [...services], formToken },
    providerSession,
  );
}
