import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file that was received whole. */
export interface Spooled {
  /** What it is called in the folder. */
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** Thrown for a stream that is longer than it may be. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

/** A folder in which files wait to be worked on. */
export interface Spool {
  /**
   * Writes a stream to a file, and gives it once it is on the disk for good. Memory does not grow with it. Throws `TooLong`,
   * and whatever the stream throws: nothing is left then.
   */
  receive(
    from: Readable,
    limits: { readonly maximumBytes: number; readonly signal?: AbortSignal },
  ): Promise<Spooled>;
  pathOf(name: string): string;
  remove(name: string): Promise<void>;
  /**
   * Removes what a killed process left: files that nobody writes to any more, and those that nobody needs. Asks of some names at a
   * time which of them are needed; where that fails, nothing more is removed.
   */
  sweep(whichAreNeeded: (names: readonly string[]) => Promise<ReadonlySet<string>>): Promise<void>;
}

const PART = '.part';
/** Between a file and the word that it is needed lie moments; a file under way is written to more often than this. */
const LEFT_BEHIND_MILLIS = 2 * 60_000;
const NAMES_AT_ONCE = 1_000;

/** The spool in `folder`, which is made when it is needed; only the product's own user may look into it. */
export function openSpool(folder: string): Spool {
  const pathOf = (name: string): string => path.join(folder, path.basename(name));
  const remove = (name: string): Promise<void> => rm(pathOf(name), { force: true });
  return {
    pathOf,
    remove,
    async receive(from, { maximumBytes, signal }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = randomUUID();
      const part = `${name}${PART}`;
      const to = createWriteStream(pathOf(part), { flags: 'wx', mode: 0o600, flush: true });
      try {
        const measured = measure(maximumBytes);
        await pipeline(from, measured.stream, to, ...(signal === undefined ? [] : [{ signal }]));
        await rename(pathOf(part), pathOf(name));
        await syncFolder(folder);
        return { name, ...measured.result() };
      } catch (error) {
        await closed(to);
        await remove(part);
        await remove(name);
        throw error;
      }
    },
    async sweep(whichAreNeeded) {
      for (const names of some(await namesIn(folder)))
        for (const name of await notAmong(names, whichAreNeeded)) {
          const found = await stat(pathOf(name)).catch(() => null);
          if (found !== null && Date.now() - found.mtimeMs > LEFT_BEHIND_MILLIS) await remove(name);
        }
    },
  };
}

function* some(names: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < names.length; at += NAMES_AT_ONCE) yield names.slice(at, at + NAMES_AT_ONCE);
}

async function notAmong(
  names: readonly string[],
  whichAreNeeded: (names: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<string[]> {
  const needed = await whichAreNeeded(names);
  return names.filter((name) => !needed.has(name));
}

/** Resolves once nothing of a stream is under way: one that was refused at once may still be about to make its file. */
const closed = (stream: WriteStream): Promise<void> =>
  new Promise((resolve) => {
    if (stream.closed) return resolve();
    stream.once('close', resolve).destroy();
  });

/** Lets bytes through, counts them and takes their hash. */
function measure(maximumBytes: number) {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > maximumBytes) return done(new TooLong('A file is longer than it may be'));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}

/** So that the name outlives a power cut as the content does; a system that cannot do it for a folder is no worse off. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().catch(() => undefined);
  await handle.close();
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
