import { Refusal } from '../entrance/refusal';
import type { Caller } from '../graph/caller';
import type { EventStream } from './event-stream';
import { ended, type ToldError } from './told-error';

/** One subscription, from its first event to its last. */
export interface Session {
  readonly stream: EventStream;
  /** Aborted when it is over. */
  readonly signal: AbortSignal;
  /** The caller as they are now. */
  caller(): Caller;
  /** Ends it, with what says why; does nothing once it is over. */
  end(why: ToldError | null): void;
}

/** So often it is asked whether what the caller came with still holds. */
const ADMIT_EVERY_MILLIS = 1_000;

/**
 * Begins a subscription, which goes on for as long as the caller is signed in: their token, key or agreement is looked at every
 * second, and what is asked for them is asked as whoever they are then.
 */
export function openSession({
  caller: first,
  stream,
  onRenewed,
}: {
  readonly caller: Caller;
  readonly stream: EventStream;
  onRenewed(): void;
}): Session {
  const over = new AbortController();
  let caller = first;
  let timer: NodeJS.Timeout | undefined;
  const close = () => {
    clearTimeout(timer);
    stream.stop();
    over.abort();
  };
  const end = (why: ToldError | null) => {
    if (over.signal.aborted) return;
    if (why !== null) stream.next({ errors: [why] });
    stream.complete();
    close();
  };
  const admit = async () => {
    try {
      const renewed = await first.admitAgain?.();
      if (over.signal.aborted) return;
      if (renewed !== undefined) caller = { ...caller, ...renewed };
      onRenewed();
      timer = setTimeout(admit, ADMIT_EVERY_MILLIS);
    } catch (error) {
      end(whyNot(error));
    }
  };
  timer = setTimeout(admit, ADMIT_EVERY_MILLIS);
  if (first.signal.aborted) close();
  else first.signal.addEventListener('abort', close, { once: true });
  return { stream, signal: over.signal, caller: () => caller, end };
}

/** What cannot be looked at is taken for what does not hold. */
const whyNot = (error: unknown): ToldError =>
  error instanceof Refusal
    ? ended(error.code, error.message)
    : ended('SIGN_IN_UNAVAILABLE', 'Your sign-in cannot be checked just now. Subscribe again later.');
