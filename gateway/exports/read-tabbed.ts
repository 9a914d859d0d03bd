import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { Rows, TableRow } from '../../platform/files/table';

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
};

/**
 * Rows as the database writes them with tabs (PostgreSQL's COPY in text format). Throws where they end within a row, or in another
 * number than was told, if one was: a file must not look whole where it is not.
 */
export async function* readTabbed(records: Readable, count: number | null): Rows {
  const decoder = new StringDecoder('utf8');
  let left = '';
  let read = 0;
  for await (const chunk of records) {
    const lines = (left + decoder.write(chunk)).split('\n');
    left = lines.pop() ?? '';
    read += lines.length;
    if (lines.length > 0) yield lines.map(cellsOf);
  }
  if (left !== '' || (count !== null && read !== count)) throw new Error(`Of ${count} records ${read} came`);
}

const cellsOf = (line: string): TableRow => line.split('\t').map(unescaped);

function unescaped(cell: string): string | null {
  if (cell === '\\N') return null;
  if (!cell.includes('\\')) return cell;
  return cell.replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);
}
