/** Thrown when the time is over, or the caller gone. */
export class NoTimeLeftError extends Error {
  override readonly name = 'NoTimeLeftError';
}

/**
 * Waits for `work` no longer than `timeoutMillis`, and no longer than `caller` does. `work` is given a signal that
 * aborts then, to stop what it started; whether it does or not, this rejects with `NoTimeLeftError`.
 */
export async function withTimeLimit<Result>(
  { timeoutMillis, caller }: { timeoutMillis: number; caller: AbortSignal },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, timeoutMillis);
  if (caller.aborted) stop();
  caller.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work(controller.signal), rejectsOn(controller.signal)]);
  } finally {
    clearTimeout(timer);
    caller.removeEventListener('abort', stop);
  }
}

function rejectsOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => reject(new NoTimeLeftError('No answer in time'));
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
}
