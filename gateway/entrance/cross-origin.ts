import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal, refuse } from './refusal';

/** Headers of ours that a page may read beside those that every page may. */
const EXPOSED =
  'X-Request-Id, Retry-After, WWW-Authenticate, Allow, ETag, Content-Disposition, X-Row-Count, X-As-At';
const METHODS = 'GET, POST';
/** How long a browser may remember what it was told. */
const MAX_AGE_SECONDS = 600;
/** Names of headers, as a browser lists them. */
const HEADER_NAMES = /^[\w!#$%&'*+.^`|~-]+(?: *, *[\w!#$%&'*+.^`|~-]+)*$/;

/**
 * Lets pages of `origins` read what is answered (CORS), refusals included, and answers a browser that asks beforehand
 * whether a page may: nobody is signed in by then. True where that was all. No page is answered by who its reader is:
 * there are no cookies here, a page has to have a token of its own.
 */
export function admitPage(
  origins: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (origins.length > 0) response.appendHeader('vary', 'Origin');
  const { origin, 'access-control-request-headers': headers } = request.headers;
  const isAdmitted = origin !== undefined && origins.includes(origin);
  if (isAdmitted) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', EXPOSED);
  }
  if (origin === undefined || !isPreflight(request)) return false;
  if (!isAdmitted) {
    refuse(response, new Refusal(403, 'FORBIDDEN', 'Pages of this origin may not ask here (CORS_ORIGINS).'));
    return true;
  }
  response.setHeader('access-control-allow-methods', METHODS);
  response.setHeader('access-control-max-age', String(MAX_AGE_SECONDS));
  // Whatever it wants to send: what we do not know, we do not read.
  if (HEADER_NAMES.test(headers ?? '')) response.setHeader('access-control-allow-headers', headers ?? '');
  response.writeHead(204).end();
  return true;
}

const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
