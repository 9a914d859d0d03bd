import type PDFDocument from 'pdfkit';
import type { Run } from '../model/document';
import {
  areaOf,
  beginPage,
  type Drawing,
  drawLine,
  keepRoom,
  lineHeight,
  linesOf,
  type Sheet,
} from './sheet';

interface Words extends Drawing {
  readonly width: number;
  /** Points before and after. */
  readonly before: number;
  readonly after: number;
  /** How many lines, this text's and what follows it, stay together on a page. */
  readonly together: number;
}

/** Draws words in an element that is begun, from page to page. */
export function drawWords(
  sheet: Sheet,
  element: PDFDocument.Structure,
  runs: readonly Run[],
  words: Words,
): void {
  const { size, width, before, after, together } = words;
  const height = lineHeight(size);
  const lines = linesOf(sheet, runs, { width, size });
  sheet.y += before;
  keepRoom(sheet, height * Math.min(lines.length + together, Math.max(together, 2)));
  let rest = lines;
  while (rest.length > 0) {
    const room = Math.max(1, Math.floor((areaOf(sheet).bottom - sheet.y) / height));
    const now = rest.slice(0, room);
    element.add(() => {
      for (const [place, line] of now.entries()) drawLine(sheet, line, sheet.y + place * height, words);
    });
    sheet.y += now.length * height;
    rest = rest.slice(room);
    if (rest.length > 0) beginPage(sheet);
  }
  sheet.y += after;
}

/** An element below another; whoever begins it ends it. */
export function beginElement(
  { pdf }: Sheet,
  parent: PDFDocument.Structure,
  type: string,
  options: PDFDocument.StructureOptions = {},
): PDFDocument.Structure {
  const element = pdf.struct(type, options);
  parent.add(element);
  return element;
}
