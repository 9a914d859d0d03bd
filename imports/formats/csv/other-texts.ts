import { FileRefused } from '../../record';
import type { Encoding } from './encodings';

/** Of a file's beginning, so much shows what it is. */
const TELLING_BYTES = 64 * 1024;

interface Expected {
  readonly header: readonly string[];
  readonly encoding: Encoding;
}

/**
 * Passes a file's bytes on once their beginning shows no text of another kind than CSV with commas. Throws `FileRefused`:
 * WRONG_FORMAT for JSON and web pages, WRONG_HEADER where something else than commas parts the header's names.
 */
export async function* refuseOtherTexts(
  chunks: AsyncIterable<Buffer>,
  expected: Expected,
): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst) refuseOther(chunk.toString(expected.encoding.readAs, 0, TELLING_BYTES), expected);
    isFirst = false;
    yield chunk;
  }
}

function refuseOther(start: string, { header, encoding: { advice } }: Expected): void {
  const text = start.replace(/^[\ufeff\s]+/, '');
  if (/^[[{]/.test(text)) {
    throw new FileRefused(
      'WRONG_FORMAT',
      `The file is JSON, and this source is read as CSV. The children's system's is imported as "childrens". ${advice}`,
    );
  }
  if (/^<[!?a-z]/i.test(text)) {
    throw new FileRefused(
      'WRONG_FORMAT',
      `The file is a web page or XML, and no export: perhaps the system's sign-in page was saved. ${advice}`,
    );
  }
  const separator = separatorOf(text.split(/[\r\n]/, 1)[0] ?? '', header);
  if (separator === null) return;
  throw new FileRefused(
    'WRONG_HEADER',
    `The cells of the file are parted by ${separator}, and this source is read with commas. ` +
      'Export it again as CSV with commas between the cells.',
  );
}

const SEPARATORS = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
] as const;

/** What parts half of the header's names, or more, where commas do not. */
function separatorOf(line: string, header: readonly string[]): string | null {
  const isParting = (separator: string) => namesIn(line, separator, header) * 2 >= Math.max(header.length, 2);
  if (isParting(',')) return null;
  return SEPARATORS.find(([separator]) => isParting(separator))?.[1] ?? null;
}

function namesIn(line: string, separator: string, header: readonly string[]): number {
  const cells = line.split(separator).map((cell) => cell.replaceAll('"', '').trim().toLowerCase());
  return header.filter((name) => cells.includes(name.toLowerCase())).length;
}
