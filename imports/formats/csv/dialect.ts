import { FileRefused } from '../../record';
import type { Line } from '../text/lines';
import type { Encoding } from './encodings';
import { foldName } from './header-name';

/** Titles may stand above a header, but not more of them. */
const SEARCHED_LINES = 30;

/** What spreadsheets write above a header to say what parts the cells; quoted and with empty cells after it, once saved again. */
const SEPARATOR_LINE = /^"?sep=(.?)"?[\s,;|]*$/i;

const BLANK_CELLS = /^[\s,;|"]*$/;

/** Whether a line says what parts the cells, and nothing of anybody. */
export const isSeparatorLine = (text: string): boolean => SEPARATOR_LINE.test(text);

const SEPARATORS = [',', ';', '\t', '|'] as const;

interface Expected {
  readonly header: readonly string[];
  readonly encoding: Encoding;
}

/**
 * What parts the cells of a file: commas, semicolons, tabs or bars, as its header shows or a line above it says.
 * Throws `FileRefused`: WRONG_FORMAT for JSON and web pages, WRONG_HEADER where the header stands below other lines.
 */
export function separatorOf(lines: readonly Line[], expected: Expected): string {
  const written = lines.filter(({ text }) => !BLANK_CELLS.test(text) && !isSeparatorLine(text));
  const [first] = written;
  if (first === undefined) return ',';
  refuseOtherTexts(first.text, expected.encoding);
  const said = SEPARATOR_LINE.exec(lines.find(({ text }) => text.trim() !== '')?.text ?? '')?.[1];
  const parting = partingNames(first.text, expected.header);
  if (parting !== null) return parting;
  refuseTitles(first, { written, ...expected });
  return SEPARATORS.find((separator) => separator === said) ?? ',';
}

function refuseOtherTexts(text: string, { advice }: Encoding): void {
  if (/^\s*[[{]/.test(text)) {
    throw new FileRefused(
      'WRONG_FORMAT',
      `The file is JSON, and this source is read as CSV. The children's system's is imported as "childrens". ${advice}`,
    );
  }
  if (/^\s*<[!?a-z]/i.test(text)) {
    throw new FileRefused(
      'WRONG_FORMAT',
      `The file is a web page or XML, and no export: perhaps the system's sign-in page was saved. ${advice}`,
    );
  }
}

function refuseTitles(first: Line, { written, header }: Expected & { written: readonly Line[] }): void {
  const below = written.slice(1, SEARCHED_LINES).find(({ text }) => partingNames(text, header) !== null);
  if (below === undefined) return;
  throw new FileRefused(
    'WRONG_HEADER',
    `The header stands in line ${below.number}, and something else above it, from line ${first.number} on. ` +
      'Take out the lines above the header, and import the file again.',
  );
}

/** What parts the most of the header's names, and half of them at least; null where nothing does. */
function partingNames(line: string, header: readonly string[]): string | null {
  const found = SEPARATORS.map((separator) => ({ separator, names: namesIn(line, separator, header) }));
  const [best] = found.sort((a, b) => b.names - a.names);
  return best && best.names * 2 >= Math.max(header.length, 2) ? best.separator : null;
}

function namesIn(line: string, separator: string, header: readonly string[]): number {
  const cells = new Set(line.split(separator).map((cell) => foldName(cell.replaceAll('"', ''))));
  return header.filter((name) => cells.has(foldName(name))).length;
}
