import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TokenVerifier } from '../platform/identity/bearer-token';
import type { Identity } from '../platform/identity/identity';
import { SignInError } from '../platform/identity/sign-in-error';
import type { IdentitySigner } from '../platform/identity/signer';
import type { Logger } from '../platform/logging/logger';
import { maskedMessage } from '../platform/server/errors';
import { untilGone } from '../platform/server/http-door';
import { REQUEST_ID_HEADER, requestIdOf } from '../platform/server/request-id';
import type { FrontContext } from './caller';
import { readBody } from './read-body';
import { Refusal, refuse, reply } from './reply';
import { identityOf } from './roles';
import type { Turns } from './turns';

/** As long as any operation that the limits let through, with its variables. */
const MAX_BODY_BYTES = 100_000;

export interface FrontDoor {
  readonly tokenVerifier: TokenVerifier;
  readonly identitySigner: IdentitySigner;
  readonly logger: Logger;
  /** How long a request's body may take to arrive. */
  readonly bodyTimeoutMillis: number;
  /** Who is asked for how much at once. */
  readonly turns: Turns;
  /** The names of the parts that are not ready. */
  unready(): Promise<readonly string[]>;
  /** What lies behind the door. */
  graphql(request: IncomingMessage, response: ServerResponse, context: FrontContext): Promise<void> | void;
}

/**
 * What happens to every request before anything of it is read: health answers anybody; everything else is for who is
 * signed in with a role that there is, introspection and faulty operations included, and no longer than it may be.
 */
export function frontDoor(door: FrontDoor): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const requestId = requestIdOf(headerOf(request, REQUEST_ID_HEADER));
    response.setHeader(REQUEST_ID_HEADER, requestId);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-content-type-options', 'nosniff');
    enter(door, request, response, requestId).catch((error: unknown) => {
      if (error instanceof Refusal) {
        if (LOGGED.has(error.status)) logRefusal(door, requestId, error);
        return refuse(response, error);
      }
      if (!response.destroyed) door.logger.error({ err: error, requestId }, 'A request failed at the door');
      refuse(response, new Refusal(500, 'INTERNAL_SERVER_ERROR', maskedMessage(requestId)));
    });
  };
}

/** Who is not let in, who may not, and who asks too much. */
const LOGGED: ReadonlySet<number> = new Set([401, 403, 429]);

function logRefusal({ logger }: FrontDoor, requestId: string, { status, code, subject }: Refusal): void {
  logger.warn({ requestId, status, code, subject }, 'Refused');
}

async function enter(
  door: FrontDoor,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const path = request.url?.split('?')[0];
  if (path === '/health/live') return reply(response, 200, { live: true });
  if (path === '/health/ready') return tellReady(door, response);
  const identity = await signedIn(door, request);
  if (path !== '/graphql') throw new Refusal(404, 'NOT_FOUND', 'There is nothing here. Ask /graphql.');
  const body = await readBody(request, { maxBytes: MAX_BODY_BYTES, timeoutMillis: door.bodyTimeoutMillis });
  const signal = untilGone(response);
  const done = await door.turns.take(identity.subject, signal);
  if (response.destroyed) return done();
  response.once('close', done);
  const identityToken = await door.identitySigner.sign(identity);
  const caller = { identity, identityToken, requestId, signal };
  // The runtime takes a body that has been read already from here.
  await door.graphql(Object.assign(request, { body }), response, { caller });
}

async function tellReady(door: FrontDoor, response: ServerResponse): Promise<void> {
  const waitsFor = await door.unready();
  if (waitsFor.length === 0) return reply(response, 200, { ready: true });
  reply(response, 503, { ready: false, waitsFor });
}

async function signedIn(door: FrontDoor, request: IncomingMessage): Promise<Identity> {
  const token = /^Bearer +([\w.~+/=-]+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
  if (token === undefined)
    throw unauthenticated('Sign in first: send the header "Authorization: Bearer" with your token.');
  const bearer = await verified(door, token);
  const identity = identityOf(bearer);
  if (identity === null)
    throw new Refusal(
      403,
      'FORBIDDEN',
      'Your sign-in names a role that is not known here.',
      null,
      bearer.subject,
    );
  return identity;
}

async function verified({ tokenVerifier, logger }: FrontDoor, token: string) {
  try {
    return await tokenVerifier.verify(token);
  } catch (error) {
    if (error instanceof SignInError) throw unauthenticated(error.message);
    logger.error({ err: error }, 'The keys of the sign-in service could not be had');
    throw new Refusal(503, 'SIGN_IN_UNAVAILABLE', 'Sign-ins cannot be checked just now. Try again later.');
  }
}

const unauthenticated = (message: string): Refusal => new Refusal(401, 'UNAUTHENTICATED', message);

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}
