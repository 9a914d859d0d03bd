import type { IncomingMessage, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { AddressList } from '../../platform/identity/address-list';
import type { Identity } from '../../platform/identity/identity';
import { protectedFrom } from '../../platform/identity/roles';
import type { IdentitySigner } from '../../platform/identity/signer';
import type { Logger } from '../../platform/logging/logger';
import { abortedOnDisconnect, whenOver } from '../../platform/server/disconnect';
import { maskedMessage } from '../../platform/server/errors';
import { REQUEST_ID_HEADER, requestIdOf } from '../../platform/server/request-id';
import { onAccountOf } from '../../platform/tracing/current';
import { inSpan } from '../../platform/tracing/span';
import { newTrace, readTraceParent, TRACE_HEADER } from '../../platform/tracing/trace-context';
import type { RefusalBook } from '../audit/refusal-book';
import type { Arriving, Door, GuardedDoor, StreamingDoor, Visit } from '../doors/door';
import type { Caller } from '../graph/caller';
import { knownDoor } from '../measured/doors';
import { countError, measureRequest } from '../measured/requests';
import type { Agreements } from '../partners/agreements';
import { followRequest } from '../partners/follow-request';
import type { RequestLog } from '../partners/request-log';
import { receiveGuest } from '../sandbox/receive-guest';
import type { Sandbox } from '../sandbox/sandbox';
import { askedOrigin } from './asked-origin';
import { callerAddress } from './caller-address';
import { BASIC_CHALLENGE, bearerChallenge, type SignInPlace } from './challenge';
import { closeUnread } from './close-unread';
import type { ConcurrencyLimit } from './concurrency-limit';
import { admitPage } from './cross-origin';
import { createHold } from './hold-slot';
import { refuseKeyInAddress } from './key-in-address';
import { packAnswer } from './pack-answer';
import type { RateLimit } from './rate-limit';
import { readBody } from './read-body';
import { Refusal, refuse, SignInRefusal } from './refusal';
import type { RefusalLog } from './refusal-log';
import { metadataAddress } from './resource-metadata';
import { addSecurityHeaders } from './security-headers';
import { signIn, type Verifier } from './sign-in';

/** What stands before every door. */
export interface Entrance {
  readonly doors: readonly Door[];
  /** The ways to sign in, in the order in which they are tried. */
  readonly verifiers: readonly Verifier[];
  /** To which credentials of partners are bound. */
  readonly agreements: Agreements;
  /** Where it is noted what partners ask. */
  readonly partnerRequests: Pick<RequestLog, 'note'>;
  readonly identitySigner: IdentitySigner;
  readonly logger: Logger;
  readonly refusals: RefusalLog;
  /** Where refusals are noted for auditors. */
  readonly book: Pick<RefusalBook, 'note'>;
  /** How long a request's body may take to arrive. */
  readonly bodyTimeoutMillis: number;
  /** How long the caller may take to read the answer. */
  readonly answerTimeoutMillis: number;
  readonly concurrency: ConcurrencyLimit;
  /** How often a caller may ask, and how often they may send files or fetch them. */
  readonly rates: Readonly<Record<'requests' | 'files', RateLimit>>;
  /** Origins of web pages from elsewhere that may ask. */
  readonly pageOrigins: readonly string[];
  /** Where people sign in, where that is known. */
  readonly signInPlace: SignInPlace | null;
  /** Proxies that are believed whom they ask for. */
  readonly trustedProxies: AddressList;
  /** Below which number counts are not told to a role; a role that is not named is told all. */
  readonly smallNumbers: ReadonlyMap<string, number>;
  /** Where keys of the sandbox lead. */
  readonly sandbox: Sandbox;
}

/**
 * What happens to every request before its door answers: it gets an id, open doors answer anybody; everything else,
 * unknown paths included, is for those who are signed in with a known role, within the limits of one caller and of the
 * door. Refusals and failures are answered and logged here.
 */
export function createEntrance(
  entrance: Entrance,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const requestId = requestIdOf(headerOf(request, REQUEST_ID_HEADER));
    response.setHeader(REQUEST_ID_HEADER, requestId);
    addSecurityHeaders(response, { isOverTls: request.socket instanceof TLSSocket });
    packAnswer(request, response);
    measureRequest(request, response);
    if (admitPage(entrance.pageOrigins, request, response)) return;
    const arrival = { request, response, requestId, isInTime: limitArrival(request, response) };
    const trace = readTraceParent(headerOf(request, TRACE_HEADER)) ?? newTrace();
    const span = { name: 'request', attributes: { door: knownDoor(request.url ?? '') } } as const;
    // Whoever asks says which trace it is, and not whether we record it.
    void onAccountOf({ trace: { ...trace, isSampled: true }, requestId }, () =>
      inSpan(span, () =>
        enter(entrance, arrival).catch((error: unknown) => answerFailed(entrance, arrival, error)),
      ),
    );
  };
}

/** Answers a request that was refused, or failed at the door. */
function answerFailed(entrance: Entrance, arrival: Arrival, error: unknown): void {
  const { request, response, requestId } = arrival;
  countError(error instanceof Refusal ? error.code : 'INTERNAL_SERVER_ERROR');
  noteFailed(entrance, arrival, error);
  const tell = guarded(doorAt(entrance, request))?.tell;
  refuse(response, error instanceof Refusal ? error : masked(requestId), tell);
}

/** Writes it down, and says how to sign in. */
function noteFailed(entrance: Entrance, { request, response, requestId }: Arrival, error: unknown): void {
  if (!(error instanceof Refusal)) {
    if (!response.destroyed) entrance.logger.error({ err: error, requestId }, 'A request failed at the door');
    return;
  }
  entrance.refusals.note(requestId, error);
  noteRefused(entrance.book, { request, requestId }, error);
  if (error instanceof SignInRefusal && !response.headersSent)
    response.setHeader('www-authenticate', challengesFor(request, entrance, error));
}

const masked = (requestId: string): Refusal =>
  new Refusal(500, 'INTERNAL_SERVER_ERROR', maskedMessage(requestId));

/** The door at the path of a request, where there is one. */
function doorAt({ doors }: Pick<Entrance, 'doors'>, { url = '' }: IncomingMessage): Door | undefined {
  const path = url.split('?')[0] ?? '';
  return doors.find(({ matches }) => matches(path));
}

/** The same where it takes bodies whole, from those who are signed in. */
const guarded = (door: Door | undefined): GuardedDoor | undefined =>
  door === undefined || door.isOpen || !isWhole(door) ? undefined : door;

/** What nobody tried to sign in with is in no book: of who asks nothing is known. A door is named without what follows it. */
function noteRefused(
  { note }: Pick<RefusalBook, 'note'>,
  { request, requestId }: { readonly request: IncomingMessage; readonly requestId: string },
  error: Refusal,
): void {
  const { code, subject } = error;
  const isTried = error instanceof SignInRefusal ? error.isTokenRefused : code === 'FORBIDDEN';
  if (!isTried) return;
  const { identity, key } = error instanceof SignInRefusal ? error : { identity: null, key: null };
  note({
    ...{ actor: subject ?? key, role: identity?.role ?? (key === null ? null : 'key') },
    ...{ code, asked: [error instanceof SignInRefusal ? 'sign-in' : doorOf(request)], requestId },
  });
}

/** The door and what of it was asked, such as `exports/stages.csv`; nothing that does not look like a name. */
const doorOf = ({ url = '' }: IncomingMessage): string =>
  /^\/([a-z0-9][a-z0-9./-]{0,60})(?:\?|$)/.exec(url)?.[1] ?? 'door';

interface Arrival {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  /** Takes the limit away that all requests have: the door has one of its own. */
  readonly isInTime: () => void;
}

/** How long a whole request may take to arrive. */
const REQUEST_TIMEOUT_MILLIS = 30_000;

/** Hangs up on a request that does not arrive to its end in time, answered or not. */
function limitArrival(request: IncomingMessage, response: ServerResponse): () => void {
  const timer = setTimeout(() => {
    if (!request.complete) request.socket.destroy();
  }, REQUEST_TIMEOUT_MILLIS);
  const clear = () => clearTimeout(timer);
  request.once('end', clear);
  response.once('close', clear);
  return clear;
}

async function enter(entrance: Entrance, arrival: Arrival): Promise<void> {
  refuseKeyInAddress(arrival.request.url ?? '');
  const door = doorAt(entrance, arrival.request);
  if (door?.isOpen) {
    const origin = askedOrigin(arrival.request, entrance.trustedProxies);
    return door.answer(arrival.response, arrival.request, { origin });
  }
  const from = { address: callerAddress(arrival.request, entrance.trustedProxies) };
  const { verifiers, agreements } = entrance;
  const admit = () => signIn(headerOf(arrival.request, 'authorization'), { verifiers, agreements, from });
  const admitted = await admit().catch((error: unknown) => {
    if (error instanceof SignInRefusal && error.identity)
      followRequest(entrance.partnerRequests, error.identity, arrival);
    throw error;
  });
  if ('guest' in admitted) return receiveGuest(entrance, arrival, admitted.guest);
  const known = vouchedBy(entrance, admitted.identity);
  const followed = followRequest(entrance.partnerRequests, known.identity, arrival);
  if (door === undefined) throw new Refusal(404, 'NOT_FOUND', 'There is nothing here. Ask /graphql.');
  const admitAgain = async () => {
    const again = await admit();
    // A key opens either the sandbox or the records, for as long as it lives.
    if ('guest' in again) throw new Refusal(403, 'FORBIDDEN', 'Your sign-in opens the sandbox alone.');
    return vouchedBy(entrance, again.identity);
  };
  return visit(entrance, door, arrival, { ...known, admitAgain, ...followed });
}

/** Somebody who has signed in, told what their role may be told, with the gateway's word for them. */
function vouchedBy(
  { identitySigner, smallNumbers }: Pick<Entrance, 'identitySigner' | 'smallNumbers'>,
  signedIn: Identity,
): Pick<Caller, 'identity' | 'vouch'> {
  const identity = protectedFrom(signedIn, smallNumbers.get(signedIn.role));
  return { identity, vouch: (asked) => identitySigner.sign(identity, asked) };
}

/** The body is read before the caller takes one of its few slots, which a slow one would hold. */
async function visit(
  { bodyTimeoutMillis, answerTimeoutMillis, concurrency, rates, trustedProxies }: Entrance,
  door: GuardedDoor | StreamingDoor,
  { request, response, requestId, isInTime }: Arrival,
  known: Pick<Caller, 'identity' | 'vouch' | 'admitAgain' | 'noteAsked'>,
): Promise<void> {
  const { identity } = known;
  const signal = abortedOnDisconnect(request, response);
  await rates[door.budget ?? 'requests'].pass(identity.subject, signal);
  if (!isWhole(door)) isInTime();
  const answer = isWhole(door)
    ? await whole(door, request, bodyTimeoutMillis)
    : await door.receive({ request, identity, signal });
  const release = await concurrency.take(identity.subject, signal);
  const { freeSlot, holdSlot } = createHold(release);
  whenOver(request, response, freeSlot);
  if (signal.aborted) return;
  const caller = { requestId, signal, holdSlot, freeSlot, ...known };
  await answer({ request, response, caller, origin: askedOrigin(request, trustedProxies) });
  closeUnread({ request, response, timeoutMillis: answerTimeoutMillis });
}

const isWhole = (door: GuardedDoor | StreamingDoor): door is GuardedDoor => !('isStreaming' in door);

/** Reads the body whole, for a door that wants it so. */
async function whole(door: GuardedDoor, request: Arriving['request'], timeoutMillis: number) {
  const body = await readBody(request, { maxBytes: door.maxBodyBytes, timeoutMillis });
  return (visit: Omit<Visit, 'body'>) => door.answer({ ...visit, body });
}

/** How to sign in, in the scheme of whoever did not, and in both where the door's clients want it: browsers ask people for a name and a password where they are told of Basic. */
function challengesFor(
  request: IncomingMessage,
  entrance: Pick<Entrance, 'signInPlace' | 'trustedProxies' | 'doors'>,
  { isTokenRefused }: SignInRefusal,
): string | string[] {
  if (/^basic\b/i.test(headerOf(request, 'authorization') ?? '')) return BASIC_CHALLENGE;
  const path = request.url?.split('?')[0] ?? '';
  const metadata = metadataAddress(path, askedOrigin(request, entrance.trustedProxies));
  const bearer = bearerChallenge(entrance.signInPlace, isTokenRefused, metadata);
  return guarded(doorAt(entrance, request))?.alsoBasic ? [bearer, BASIC_CHALLENGE] : bearer;
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}
