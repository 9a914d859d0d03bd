import { type Asker, headersOf } from './asker';
import { JSON_HEADERS, postingTo } from './posting';
import { noAnswer } from './refusal';

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
export type AskFreely = (question: FreeQuestion, asker: Asker) => Promise<string>;

/** Whoever explores waits longer than for a page. */
const TIMEOUT_MILLIS = 30_000;

/** The gateway at `url` (without a path). What may be a change is sent once, whatever becomes of it. */
export function askingFreely(url: string): AskFreely {
  const post = postingTo(new URL('/graphql', url));
  return async (question, asker) => {
    const signal = AbortSignal.timeout(TIMEOUT_MILLIS);
    const headers = { ...headersOf(asker), ...JSON_HEADERS };
    try {
      return await post({ headers, body: JSON.stringify(question), isChange: true, signal });
    } catch {
      throw noAnswer(signal);
    }
  };
}
