import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import { TooLong } from '../../platform/files/spool';
import { takeFile } from './take-file';

const LIMITS = { maximumBytes: 10, pauseMillis: 50, wholeMillis: 200, setting: 'IMPORT_MAX_BYTES' };
const spooled = { name: 'upload-1', bytes: 3, sha256: 'hash' };

/** A spool that reads to the end and keeps nothing. */
const reading = {
  async receive(from: Readable, { signal }: { signal?: AbortSignal }) {
    signal?.addEventListener('abort', () => from.destroy(new Error('given up')));
    for await (const _ of from);
    return spooled;
  },
};
const request = (headers: object = {}) => {
  const from = Object.assign(new PassThrough(), { headers, complete: false });
  from.once('end', () => {
    from.complete = true;
  });
  return from;
};
const take = (from: ReturnType<typeof request>, spool: typeof reading = reading) =>
  takeFile(
    { request: from as unknown as IncomingMessage, signal: new AbortController().signal },
    spool,
    LIMITS,
  );

describe('a file that is taken', () => {
  it('is read to its end', async () => {
    const from = request();
    const taken = take(from);
    from.end('abc');
    expect(await taken).toBe(spooled);
  });

  it('is not read where it says that it is too long, and given up where it is', async () => {
    const says = take(request({ 'content-length': '11' }));
    await expect(says).rejects.toMatchObject({ status: 413, message: expect.stringContaining('10 bytes') });
    const long = { receive: () => Promise.reject(new TooLong('long')) };
    await expect(take(request(), long)).rejects.toMatchObject({ status: 413 });
  });

  it('is given up where nothing comes, or it takes too long in all', async () => {
    await expect(take(request())).rejects.toMatchObject({ status: 408 });
    const slow = request();
    const dripping = setInterval(() => slow.write('a'), 20);
    await expect(take(slow)).rejects.toMatchObject({ status: 408 });
    clearInterval(dripping);
  });

  it('is refused where it breaks off', async () => {
    const from = request();
    const taken = take(from);
    from.write('a');
    setTimeout(() => from.destroy(), 10);
    await expect(taken).rejects.toMatchObject({ status: 400 });
  });
});
