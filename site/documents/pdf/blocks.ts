import type PDFDocument from 'pdfkit';
import type { Block, DocumentList, DocumentParagraph } from '../model/document';
import { printedRuns } from '../model/printed-runs';
import { areaOf, drawLine, INK, keepRoom, lineHeight, linesOf, QUIET_INK, type Sheet } from './sheet';
import { drawTable } from './table';
import { beginElement, drawWords } from './text';

const BODY = 10.5;
const QUIET = 9.5;
/** Where the words of a numbered paragraph, and of a list, begin. */
const INDENT = 34;
/** Lines that stay together where a paragraph says what follows it: its own and the first of that. */
const LED = 4;
const LIST_INDENT = 16;
const HEADING_SIZES = [20, 20, 15, 12.5, 11.5, 11, 11];

/** Draws a heading of a level, 1 the title's, with room for what follows it. */
export function drawHeading(sheet: Sheet, text: string, level: number): void {
  const { left, width } = areaOf(sheet);
  const element = beginElement(sheet, sheet.root, `H${level}`, { title: text });
  const size = HEADING_SIZES[level] ?? BODY;
  drawWords(sheet, element, [{ text, isBold: true }], {
    ...{ x: left, width, size, color: INK },
    ...{ before: level > 2 ? 10 : 14, after: 5, together: 4 },
  });
  element.end();
}

/** Draws a block of a report. */
export function drawBlock(sheet: Sheet, block: Block): void {
  if (block.kind === 'heading') drawHeading(sheet, block.text, block.level);
  else if (block.kind === 'table') drawTable(sheet, block);
  else if (block.kind === 'list') drawList(sheet, sheet.root, block, 0);
  else drawParagraph(sheet, block);
}

function drawParagraph(sheet: Sheet, { number, tone, runs, leads }: DocumentParagraph): void {
  const { left, width } = areaOf(sheet);
  const isQuiet = tone === 'QUIET';
  const size = isQuiet ? QUIET : BODY;
  const indent = number === null ? 0 : INDENT;
  const element = beginElement(sheet, sheet.root, 'P');
  const look = { size, color: isQuiet ? QUIET_INK : INK };
  if (leads) keepRoom(sheet, LED * lineHeight(size));
  if (number !== null) drawMark(sheet, element, number, { ...look, x: left });
  drawWords(sheet, element, printedRuns(runs), {
    ...{ ...look, x: left + indent, width: width - indent },
    ...{ before: 0, after: 6, together: 1 },
  });
  element.end();
}

/** What stands before words, on their first line. */
function drawMark(
  sheet: Sheet,
  element: PDFDocument.Structure,
  text: string,
  look: { readonly x: number; readonly size: number; readonly color: string },
): void {
  keepRoom(sheet, 2 * lineHeight(look.size));
  const [line] = linesOf(sheet, [{ text }], { width: INDENT, size: look.size });
  // The blank keeps it apart from the words for whoever hears them.
  element.add(() => {
    if (line) drawLine(sheet, line, sheet.y, look);
  });
}

const MARKS = ['•', '–'];

function drawList(
  sheet: Sheet,
  parent: PDFDocument.Structure,
  { isOrdered, start, items }: DocumentList,
  depth: number,
): void {
  const { left, width } = areaOf(sheet);
  const list = beginElement(sheet, parent, 'L');
  const x = left + INDENT + depth * LIST_INDENT;
  const look = { size: BODY, color: INK };
  for (const [place, { runs, lists }] of items.entries()) {
    const item = beginElement(sheet, list, 'LI');
    const mark = beginElement(sheet, item, 'Lbl');
    drawMark(sheet, mark, isOrdered ? `${start + place}.` : (MARKS[depth % 2] ?? '•'), { ...look, x });
    mark.end();
    const body = beginElement(sheet, item, 'LBody');
    const words = { x: x + LIST_INDENT, width: left + width - x - LIST_INDENT };
    drawWords(sheet, body, printedRuns(runs), { ...look, ...words, before: 0, after: 3, together: 1 });
    for (const inner of lists) drawList(sheet, body, inner, depth + 1);
    body.end();
    item.end();
  }
  list.end();
  if (depth === 0) sheet.y += 4;
}
