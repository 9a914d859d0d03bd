import type { RawRow } from '../../record';

/** How a file ends: known once all bytes have been read. */
export interface FileEnd {
  isLineEnd: boolean;
}

const CR = 0x0d;
const LF = 0x0a;

/** Passes a file's bytes on, and notes in `end` whether the last of them ends a line. */
export async function* noteEnd(chunks: AsyncIterable<Buffer>, end: FileEnd): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const last = chunk.at(-1);
    if (last !== undefined) end.isLineEnd = last === LF || last === CR;
    yield chunk;
  }
}

/** The last rows of a file that has no line end at its end: a short row there seems to be cut off. */
export function cutOffAt(rows: readonly RawRow[]): readonly RawRow[] {
  return rows.map((row, place) =>
    place === rows.length - 1 && row.ragged?.kind === 'short'
      ? { ...row, ragged: { ...row.ragged, isCutOff: true } }
      : row,
  );
}
