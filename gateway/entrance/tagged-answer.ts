import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Identity } from '../../platform/identity/identity';
import { sharedBy } from '../graph/kept-answers';

const NOT_MODIFIED_STATUS = 304;

/** What is answered to somebody, and may be asked for again with its tag. */
export interface TaggedAnswer {
  readonly type: string;
  readonly body: string;
}

/**
 * Answers with a tag (`ETag`), or with 304 alone where the caller has the same answer already (`If-None-Match`). The tag is of what
 * the caller may see as well as of the answer, and nothing on the way may keep either. Whatever is answered was made for this
 * caller a moment ago: a tag saves its way, and no question.
 */
export function answerTagged(
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
  identity: Identity,
  { type, body }: TaggedAnswer,
): void {
  const tag = tagOf(identity, { type, body });
  response.setHeader('etag', tag);
  response.setHeader('cache-control', 'private, no-cache');
  response.appendHeader('vary', 'Authorization, Accept');
  if (holdsTag(request.headers['if-none-match'] ?? '', tag)) {
    response.writeHead(NOT_MODIFIED_STATUS);
    return void response.end();
  }
  response.writeHead(200, { 'content-type': type });
  response.end(body);
}

/** Weak, since the same answer goes out packed in one way or another. */
const tagOf = (identity: Identity, { type, body }: TaggedAnswer): string =>
  `W/"${createHash('sha256')
    .update(JSON.stringify([...sharedBy(identity), type]))
    .update(body)
    .digest('base64url')}"`;

const holdsTag = (header: string, tag: string): boolean =>
  header.split(',').some((each) => opaque(each.trim()) === opaque(tag));

/** Tags are compared as weak ones (RFC 9110, 13.1.2). */
const opaque = (tag: string): string => tag.replace(/^W\//, '');
