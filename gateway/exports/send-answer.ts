import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** How long a caller may read nothing. What is sent to them holds a transaction of the database open. */
const UNREAD_MILLIS = 60_000;

/** How often it is looked whether a caller may still have what is on its way. */
const ADMIT_EVERY_MILLIS = 1_000;

export interface SendAnswer {
  readonly unreadMillis?: number | undefined;
  readonly admitAgain?: (() => Promise<unknown>) | undefined;
}

/**
 * Sends chunks as the caller reads them. Throws where the caller goes, reads nothing for `unreadMillis` or is admitted no more, or
 * the chunks fail; the connection then ends without the end of the answer, so that nobody takes what came for all.
 */
export async function sendAnswer(
  response: ServerResponse,
  chunks: AsyncIterable<string | Uint8Array>,
  { unreadMillis = UNREAD_MILLIS, admitAgain = () => Promise.resolve() }: SendAnswer = {},
): Promise<void> {
  let admittedAt = performance.now();
  try {
    for await (const chunk of chunks) {
      if (response.closed) throw new Error('The caller has gone');
      if (performance.now() - admittedAt > ADMIT_EVERY_MILLIS) {
        await admitAgain();
        admittedAt = performance.now();
      }
      if (!response.write(chunk)) await read(response, unreadMillis);
    }
    response.end();
  } catch (error) {
    response.destroy();
    throw error;
  }
}

async function read(response: ServerResponse, unreadMillis: number): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  const timer = setTimeout(() => over.abort(new Error('The caller reads nothing')), unreadMillis);
  const gone = () => over.abort(new Error('The caller has gone'));
  response.once('close', gone);
  try {
    await once(response, 'drain', { signal });
  } finally {
    clearTimeout(timer);
    response.off('close', gone);
  }
}
