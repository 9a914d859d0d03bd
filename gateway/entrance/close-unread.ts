import type { IncomingMessage, ServerResponse } from 'node:http';
import { whenOver } from '../../platform/server/disconnect';

/** An answer that nobody reads stays in memory: it is given up after its time. */
export function closeUnread({
  request,
  response,
  timeoutMillis,
}: {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly timeoutMillis: number;
}): void {
  const timer = setTimeout(() => request.socket.destroy(), timeoutMillis);
  whenOver(request, response, () => clearTimeout(timer));
}
