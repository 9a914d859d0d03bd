import cookies from '@fastify/cookie';
import forms from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { REQUEST_ID_HEADER, requestIdOf } from '../../platform/server/request-id';
import { onAccountOf } from '../../platform/tracing/current';
import { newTrace, readTraceParent, TRACE_HEADER } from '../../platform/tracing/trace-context';
import type { KeptSession } from '../sessions/session';
import type { Sessions } from '../sessions/sessions';
import type { SiteCookie } from './cookies';
import './visitor';

/** A form is small; nothing else is sent here. */
const MAX_BODY_BYTES = 200_000;
const REQUEST_TIMEOUT_MILLIS = 30_000;

export interface CreateApp {
  readonly sessions: Sessions;
  readonly cookie: SiteCookie;
  /** The session with a token that still holds; null where the person has to sign in again. */
  renewed(kept: KeptSession): Promise<KeptSession | null>;
}

/** The server that pages are added to: it knows who asks before any page does. */
export async function createApp({ sessions, cookie, renewed }: CreateApp): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MILLIS,
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: (request) => readable(request.url ?? '/'),
    genReqId: (request) => requestIdOf(singleOf(request.headers[REQUEST_ID_HEADER])),
  });
  await app.register(cookies);
  await app.register(forms);
  app.addHook('onRequest', (request, _, done) => {
    const trace = readTraceParent(singleOf(request.headers[TRACE_HEADER])) ?? newTrace();
    onAccountOf({ trace, requestId: request.id }, done);
  });
  app.decorateRequest('visitor', null);
  app.decorateRequest('notes', null);
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/assets/')) return;
    const id = cookie.of(request);
    const kept = id === null ? null : await sessions.find(id);
    request.visitor = kept && (await renewed(kept));
  });
  return app;
}

/**
 * An address that cannot be decoded is no page's: without this it would be answered past all pages and headers. One with a
 * null character names nothing that a database could hold.
 */
function readable(url: string): string {
  try {
    const path = decodeURIComponent(url.split('?')[0] ?? '');
    return path.includes('\0') ? UNREADABLE : url;
  } catch {
    return UNREADABLE;
  }
}

const UNREADABLE = '/cannot-be-read';

const singleOf = (header: string | string[] | undefined): string | null =>
  typeof header === 'string' ? header : null;
