import type { ServerResponse } from 'node:http';
import type { Identity } from '../../platform/identity/identity';
import { chosenMediaType } from './negotiate';

/** In what a request's body may come packed; a 415 says so. */
export const ACCEPTED_CODINGS = 'br, gzip, deflate';

/** A request that gets no further than the door. The message is for the caller. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** When to come again, where that would help. */
    readonly retryAfterSeconds: number | null = null,
    /** Who was refused, where that is known. */
    readonly subject: string | null = null,
  ) {
    super(message);
  }
}

/** A refusal in the words of a door's protocol: headers beside those of every answer, and the body, which is sent as JSON. */
export interface ToldRefusal {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Not signed in: without a token, or with one that is not good. */
export class SignInRefusal extends Refusal {
  constructor(
    message: string,
    readonly isTokenRefused: boolean,
    /** Whose credential was good, where it was refused for another reason: nothing is agreed with their partner. */
    readonly identity: Identity | null = null,
    /** The id of the key that was tried, where there is one of that id. */
    readonly key: string | null = null,
  ) {
    super(401, 'UNAUTHENTICATED', message, null, identity?.subject ?? null);
  }
}

/** Whether somebody is signed in cannot be found out now: no fault of theirs. */
export class SignInUnavailable extends Refusal {
  constructor(override readonly cause: unknown) {
    super(503, 'SIGN_IN_UNAVAILABLE', 'Sign-ins cannot be checked just now. Try again later.', 5);
  }
}

/** Throws a `Refusal` (405) for a method that does more than read, where there is nothing to do. */
export function refuseToChange(response: ServerResponse, method: string | undefined): void {
  if (method === 'GET' || method === 'HEAD') return;
  response.setHeader('allow', 'GET, HEAD');
  throw new Refusal(405, 'BAD_REQUEST', 'This can be read (GET) and no more. Questions go to /graphql.');
}

/** Answers with JSON, or what is written like it. */
export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  type = 'application/json',
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` });
  response.end(JSON.stringify(body));
}

/** What GraphQL answers in; whoever takes anything gets the first. */
const GRAPHQL_TYPES = ['application/json', 'application/graphql-response+json'] as const;

/**
 * Answers as GraphQL does, in the media type that the caller likes best: clients believe a status other than 200 to be GraphQL's in
 * GraphQL's own type alone, and make a failure of the network of it otherwise.
 */
export function replyAsGraphql(response: ServerResponse, status: number, body: object): void {
  reply(response, status, body, chosenMediaType(response.req.headers.accept, GRAPHQL_TYPES)?.type);
}

/**
 * Answers as a door tells refusals, or as GraphQL does where nothing was done (errors without data), so that every client can read it; and
 * reads no more of the request.
 */
export function refuse(
  response: ServerResponse,
  refusal: Refusal,
  tell?: (refusal: Refusal) => ToldRefusal,
): void {
  const { status, code, message, retryAfterSeconds } = refusal;
  if (response.headersSent) return void response.destroy();
  response.setHeader('connection', 'close');
  if (retryAfterSeconds !== null) response.setHeader('retry-after', String(retryAfterSeconds));
  if (status === 415) response.setHeader('accept-encoding', ACCEPTED_CODINGS);
  if (tell === undefined)
    return void replyAsGraphql(response, status, { errors: [{ message, extensions: { code } }] });
  const { headers, body } = tell(refusal);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  reply(response, status, body);
}
