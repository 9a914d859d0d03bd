import { FileRefused } from '../../record';
import type { Line } from '../text/lines';
import { readLine } from './record-in';

/** By as many lines, blank ones aside, a file shows what it is. */
const TELLING_LINES = 20;

/**
 * Gives the lines on once the first of them show that they are JSON lines. Throws `FileRefused`: EMPTY_FILE when there is
 * none, WRONG_SHAPE for one JSON list or document over several lines, and for a file of something else (CSV). A bad line
 * among good ones is no reason to refuse: it is a row, which cannot be read.
 */
export async function* checkShape(chunks: AsyncIterable<readonly Line[]>): AsyncGenerator<readonly Line[]> {
  let first: readonly Line[] | null = [];
  for await (const lines of chunks) {
    if (first === null) {
      yield lines;
      continue;
    }
    first = first.concat(lines);
    if (first.length < TELLING_LINES) continue;
    refuseOtherShapes(first);
    yield first;
    first = null;
  }
  if (first === null) return;
  refuseOtherShapes(first);
  yield first;
}

function refuseOtherShapes(lines: readonly Line[]): void {
  const texts = lines.slice(0, TELLING_LINES).map(({ text }) => text.trim());
  const [first] = texts;
  if (first === undefined) {
    throw new FileRefused('EMPTY_FILE', 'The file has no line but blank ones. Export it again.');
  }
  const holdsRecord = texts.some((text) => readLine(text).kind === 'record');
  if (first.startsWith('[') && !(holdsRecord && readLine(first).kind !== 'notJson')) {
    throw wrongShape('The file is one JSON list');
  }
  if (first === '{' && !holdsRecord) throw wrongShape('The file is one JSON document over several lines');
  if (!texts.some((text) => text.startsWith('{'))) {
    throw wrongShape('None of the first lines is a JSON object; perhaps it is CSV');
  }
}

function wrongShape(found: string): FileRefused {
  return new FileRefused(
    'WRONG_SHAPE',
    `${found}. This source is read as JSON lines: one object a line, with no brackets or commas around the objects. ` +
      'Check that the right file was chosen, or export it again as JSON lines (.jsonl).',
  );
}
