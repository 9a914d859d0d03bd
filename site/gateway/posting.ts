import type http from 'node:http';
import { clientFor } from './client-for';
import { textOf } from './text-of';

/** Something that is sent to one address. */
export interface Posted {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether it asks for a change: that is sent once, whatever becomes of it. */
  readonly isChange?: boolean;
  /** Ends it, whatever has come of it by then. */
  readonly signal: AbortSignal;
}

/** What is JSON on both ways says so by these. */
export const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' } as const;

/** Posts, and gives the text of the answer. Rejects where none comes, or none of it to the end. */
export type Post = (posted: Posted) => Promise<string>;

/**
 * Posts to an address on connections that are kept open between pages. Answers are not asked for packed: on the way from
 * one server of a house to the next, packing and unpacking takes longer than the bytes do.
 */
export function postingTo(address: URL): Post {
  const { Agent, request } = clientFor(address);
  const agent = new Agent({ keepAlive: true });
  const once = ({ headers, body, signal }: Posted, by: http.Agent | false): Promise<string> =>
    new Promise((resolve, reject) => {
      const length = { 'content-length': String(Buffer.byteLength(body)) };
      const sent = request(address, {
        method: 'POST',
        agent: by,
        signal,
        headers: { ...headers, ...length },
      });
      sent.on('response', (response) => textOf(response).then(resolve, reject));
      sent.on('error', (error) =>
        reject(sent.reusedSocket && !signal.aborted ? new StaleError(error) : error),
      );
      sent.end(body);
    });
  return (posted) => {
    // One that was kept open may be closed just then, and nobody would know whether the change was made.
    if (posted.isChange) return once(posted, false);
    return once(posted, agent).catch((error: unknown) => {
      // Where one was closed the others may have been, too: this goes on one of its own.
      if (error instanceof StaleError) return once(posted, false);
      throw error;
    });
  };
}

/** A connection that was kept open was closed by the other side just then: the next one may do. */
class StaleError extends Error {
  override readonly name = 'StaleError';
  constructor(cause: Error) {
    super('A connection that was kept open was closed', { cause });
  }
}
