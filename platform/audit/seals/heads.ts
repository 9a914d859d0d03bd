import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { textOf } from '../../files/text-of';
import type { Seal } from './chain';

const headModel = z.object({
  log: z.string(),
  number: z.number().int().positive(),
  sealedAt: z.iso.datetime(),
  entries: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A seal as it is published outside the database: with it, nobody can make the seals before it anew. */
export type Head = z.output<typeof headModel>;

/** Where heads are published: each call tells the newest of a log. */
export type PublishHead = (head: Head) => Promise<void>;

/** A log's seal as it is published. */
export const headOf = (schema: string, { number, sealedAt, entries, hash }: Seal): Head => ({
  ...{ log: schema, number, sealedAt: sealedAt.toISOString(), entries, hash },
});

/** Publishes heads at the end of a file, a line of JSON each. It is made where it is not there; a line that was cut off is ended. */
export function publishToFile(file: string): PublishHead {
  return async (head) => {
    await mkdir(path.dirname(file), { recursive: true });
    const opened = await open(file, 'a+');
    try {
      const before = (await isCutOff(opened)) ? '\n' : '';
      await opened.appendFile(`${before}${JSON.stringify(head)}\n`);
      await opened.sync();
    } finally {
      await opened.close();
    }
  };
}

/** Whether a file's last line has no end. Its last character alone is read: the file grows for years. */
async function isCutOff(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== '\n';
}

const POST_TIMEOUT_MILLIS = 10_000;

/** Publishes heads to an address, as the JSON body of a POST. Throws where it is not taken (any status but 2xx). */
export function publishToAddress(url: string): PublishHead {
  return async (head) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(head),
      redirect: 'error',
      signal: AbortSignal.timeout(POST_TIMEOUT_MILLIS),
    });
    if (!response.ok) throw new Error(`The address for heads of audit logs answered ${response.status}`);
  };
}

/** What a file of heads holds. */
export interface HeadFile {
  readonly heads: readonly Head[];
  /** The numbers of lines that are no heads: cut off when a disk was full, or changed by somebody. */
  readonly unreadableLines: readonly number[];
}

/** The heads in a file; null where it is not there. */
export async function readHeads(file: string): Promise<HeadFile | null> {
  const text = await textOf(file);
  if (text === null) return null;
  const lines = text.split('\n').map((line, place) => ({ number: place + 1, line, head: headFrom(line) }));
  return {
    heads: lines.flatMap(({ head }) => (head === null ? [] : [head])),
    unreadableLines: lines.flatMap(({ line, head, number }) =>
      line !== '' && head === null ? [number] : [],
    ),
  };
}

function headFrom(line: string): Head | null {
  try {
    return headModel.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
