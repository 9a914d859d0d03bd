import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { type Spool, type Spooled, TooLong } from '../../platform/files/spool';
import type { Arriving } from '../doors/door';
import { Refusal } from '../entrance/refusal';

/** How long a file may be, and take. */
export interface FileLimits {
  readonly maximumBytes: number;
  /** How long nothing may come. */
  readonly pauseMillis: number;
  readonly wholeMillis: number;
  /** The setting that says how long it may be. */
  readonly setting: string;
}

const PAUSE = 'PAUSE';
const SLOW = 'SLOW';

/** Writes a request's body to the spool as it comes. Throws a `Refusal` where it is too long, too slow or breaks off: nothing is left. */
export async function takeFile(
  { request, signal: hungUp }: Pick<Arriving, 'request' | 'signal'>,
  spool: Pick<Spool, 'receive'>,
  { maximumBytes, pauseMillis, wholeMillis, setting }: FileLimits,
): Promise<Spooled> {
  if (Number(request.headers['content-length'] ?? 0) > maximumBytes) throw tooLong(maximumBytes, setting);
  const giveUp = new AbortController();
  const pause = setTimeout(() => giveUp.abort(PAUSE), pauseMillis);
  const whole = setTimeout(() => giveUp.abort(SLOW), wholeMillis);
  const body = bodyOf(request, () => void pause.refresh());
  try {
    const signal = AbortSignal.any([giveUp.signal, hungUp]);
    return await spool.receive(body, { maximumBytes, signal });
  } catch (error) {
    if (error instanceof TooLong) throw tooLong(maximumBytes, setting);
    if (giveUp.signal.aborted) throw tooSlow(giveUp.signal.reason === PAUSE ? pauseMillis : wholeMillis);
    if (hungUp.aborted || request.destroyed) throw brokenOff();
    throw error;
  } finally {
    clearTimeout(pause);
    clearTimeout(whole);
  }
}

/** What a request sends, as a stream that can be given up without the connection, on which the answer goes. */
function bodyOf(request: IncomingMessage, seen: () => void): PassThrough {
  const body = new PassThrough();
  request.once('close', () => {
    if (!request.complete) body.destroy(new Error('The request broke off'));
  });
  request.on('data', seen);
  body.once('close', () => request.off('data', seen).pause());
  return request.pipe(body);
}

const tooLong = (maximumBytes: number, setting: string): Refusal =>
  new Refusal(
    413,
    'FILE_TOO_LARGE',
    `The file may not be longer than ${maximumBytes} bytes (${setting}). Send a smaller one, or have the setting raised.`,
  );

const tooSlow = (millis: number): Refusal =>
  new Refusal(
    408,
    'BAD_REQUEST',
    `The file did not arrive in time (${Math.round(millis / 1_000)} seconds). Nothing of it is kept: send it again.`,
  );

const brokenOff = (): Refusal =>
  new Refusal(400, 'BAD_REQUEST', 'The file breaks off. Nothing of it is kept: send it again.');
