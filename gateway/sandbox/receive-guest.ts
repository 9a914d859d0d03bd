import type { IncomingMessage, ServerResponse } from 'node:http';
import { abortedOnDisconnect, whenOver } from '../../platform/server/disconnect';
import { closeUnread } from '../entrance/close-unread';
import type { ConcurrencyLimit } from '../entrance/concurrency-limit';
import type { RateLimit } from '../entrance/rate-limit';
import { handOver } from './hand-over';
import type { Sandbox, SandboxGuest } from './sandbox';

/** What a guest meets at the entrance, as every caller does. */
interface Limits {
  readonly sandbox: Sandbox;
  readonly rates: { readonly requests: Pick<RateLimit, 'pass'> };
  readonly concurrency: ConcurrencyLimit;
  /** How long the caller may take to read the answer. */
  readonly answerTimeoutMillis: number;
}

/** Hands whatever a guest of the sandbox asks over to it: no door of the product sees it. Rejects with a `Refusal`. */
export async function receiveGuest(
  { sandbox, rates, concurrency, answerTimeoutMillis }: Limits,
  arrival: {
    readonly request: IncomingMessage;
    readonly response: ServerResponse;
    readonly requestId: string;
  },
  guest: SandboxGuest,
): Promise<void> {
  const { request, response } = arrival;
  const signal = abortedOnDisconnect(request, response);
  await rates.requests.pass(guest.subject, signal);
  const place = await sandbox.reach(guest);
  const release = await concurrency.take(guest.subject, signal);
  whenOver(request, response, release);
  if (signal.aborted) return;
  await handOver(arrival, { ...place, signal });
  closeUnread({ request, response, timeoutMillis: answerTimeoutMillis });
}
