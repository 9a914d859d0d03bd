import { cleanText } from '../../../documents/model/clean-text';
import type { Block, ListItem } from '../../../documents/model/document';

/** A part of a paragraph of a letter, as pages show it: lines that stand together, or a list. */
export interface TextPart {
  readonly kind: 'lines' | 'list';
  readonly lines: readonly string[];
}

const ITEM = /^- /;

/** The parts of a paragraph: empty lines lie between them, and `- ` before each item of a list. */
export function textParts(text: string): TextPart[] {
  const parts: { kind: TextPart['kind']; lines: string[] }[] = [];
  let isOpen = false;
  for (const line of text.split('\n').map((each) => each.trim())) {
    const kind = ITEM.test(line) ? 'list' : 'lines';
    const last = parts.at(-1);
    if (line === '') isOpen = false;
    else if (isOpen && last?.kind === kind) last.lines.push(line.replace(ITEM, ''));
    else parts.push({ kind, lines: [line.replace(ITEM, '')] });
    if (line !== '') isOpen = true;
  }
  return parts;
}

/** The same as a document has it: each line a paragraph, each list a real one. */
export const textBlocks = (text: string): Block[] =>
  textParts(text).flatMap(({ kind, lines }): Block[] =>
    kind === 'list'
      ? [{ kind: 'list', isOrdered: false, start: 1, items: lines.map(itemOf) }]
      : lines.map((line) => ({
          ...({ kind: 'paragraph', number: null, tone: 'PLAIN' } as const),
          runs: [{ text: cleanText(line) }],
        })),
  );

const itemOf = (line: string): ListItem => ({ runs: [{ text: cleanText(line) }], lists: [] });
