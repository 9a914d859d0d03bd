import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Calls `listener` once, when the answer has been sent or can no longer be: a response that waits behind another one of
 * the same connection (pipelining) hears nothing of the connection's end by itself.
 */
export function whenOver(
  { socket }: Pick<IncomingMessage, 'socket'>,
  response: ServerResponse,
  listener: () => void,
): void {
  let isOver = false;
  // The end of a connection ends its response while both are being told, so taking the listener off is not enough.
  const over = () => {
    if (isOver) return;
    isOver = true;
    response.off('close', over);
    socket.off('close', over);
    listener();
  };
  if (socket.destroyed || response.closed) {
    listener();
    return;
  }
  // One connection may carry many requests that wait for each other.
  socket.setMaxListeners(0);
  response.once('close', over);
  socket.once('close', over);
}

/** A signal that is aborted when whoever asked has hung up. */
export function abortedOnDisconnect(request: IncomingMessage, response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  whenOver(request, response, () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
