import { REQUEST_ID_HEADER } from '../../platform/server/request-id';
import type { Asking } from './gateway';
import { postingTo } from './posting';
import { GatewayRefusal } from './refusal';

/** A question as somebody wrote it. */
export interface FreeQuestion {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
}

/**
 * Asks the graph what somebody wrote, in their name, and gives the answer as the gateway wrote it, its errors included. Throws
 * `GatewayRefusal` where none comes.
 */
export type AskFreely = (
  question: FreeQuestion,
  asking: Pick<Asking, 'accessToken' | 'requestId'>,
) => Promise<string>;

/** Whoever explores waits longer than for a page. */
const TIMEOUT_MILLIS = 30_000;

/** The gateway at `url` (without a path). What may be a change is sent once, whatever becomes of it. */
export function askingFreely(url: string): AskFreely {
  const post = postingTo(new URL('/graphql', url));
  return async (question, { accessToken, requestId }) => {
    const signal = AbortSignal.timeout(TIMEOUT_MILLIS);
    const headers = {
      authorization: `Bearer ${accessToken}`,
      'content-type': 'application/json',
      accept: 'application/json',
      [REQUEST_ID_HEADER]: requestId,
    };
    try {
      return await post({ headers, body: JSON.stringify(question), isChange: true, signal });
    } catch {
      if (signal.aborted) throw new GatewayRefusal('TIMEOUT', 'The gateway took too long');
      throw new GatewayRefusal('UNREACHABLE', 'The gateway cannot be reached');
    }
  };
}
