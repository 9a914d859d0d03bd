import { createReadStream } from 'node:fs';

const CR = 0x0d;
const LF = 0x0a;

/**
 * The physical line, from 1, on which the byte at `offset` stands. Reads the file from its start, so it is meant for
 * the one message of a refusal.
 */
export async function lineAt(file: string, offset: number): Promise<number> {
  if (offset === 0) return 1;
  let line = 1;
  let before = 0;
  for await (const chunk of createReadStream(file, { end: offset - 1 }) as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      if (byte === CR || (byte === LF && before !== CR)) line += 1;
      before = byte;
    }
  }
  return line;
}
