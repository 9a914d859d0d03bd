/// <reference path="./pdfkit.d.ts" />
import PDFDocument from 'pdfkit';
import type { ReportDocument, Run } from '../model/document';
import { type MeasureWords, measuring, printable, registerFaces } from './fonts';
import { type Line, wrapRuns } from './wrap';

export const INK = '#0b0c0c';
/** Dark enough on white for everybody to read. */
export const QUIET_INK = '#505a5f';

/** A4, in points. */
const SHORT = 595.28;
const LONG = 841.89;
const SIDE = 56.7;
const TOP = 62;
const BOTTOM = 56.7;

/** Lines as they stand on a page. */
export interface Drawing {
  readonly x: number;
  readonly size: number;
  readonly color: string;
  /** The width within which each stands at the right. */
  readonly right?: number;
}

/** A document that is being drawn: where on its page the next thing stands, in points from the top. */
export interface Sheet {
  readonly pdf: PDFDocument;
  readonly root: PDFDocument.Structure;
  readonly measure: MeasureWords;
  readonly printable: (text: string) => string;
  isLandscape: boolean;
  y: number;
}

/** Begins a document; it has no page yet. */
export function beginSheet({ title, council, language }: ReportDocument, madeAt: Date): Sheet {
  const pdf = new PDFDocument({
    ...{ subset: 'PDF/UA', pdfVersion: '1.7', tagged: true, lang: language, displayTitle: true },
    ...{ autoFirstPage: false, bufferPages: true, font: null },
    info: { Title: title, Author: council, CreationDate: madeAt },
  });
  registerFaces(pdf);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return { pdf, root, measure: measuring(pdf), printable: printable(pdf), isLandscape: false, y: 0 };
}

/** Begins a page. */
export function beginPage(sheet: Sheet, isLandscape = sheet.isLandscape): void {
  sheet.pdf.addPage({ size: 'A4', layout: isLandscape ? 'landscape' : 'portrait', margin: 0 });
  sheet.isLandscape = isLandscape;
  sheet.y = TOP;
}

/** The text's left edge and width, and the lowest place for it. */
export function areaOf({ isLandscape }: Pick<Sheet, 'isLandscape'>) {
  const [width, height] = isLandscape ? [LONG, SHORT] : [SHORT, LONG];
  return { left: SIDE, width: width - 2 * SIDE, top: TOP, bottom: height - BOTTOM, height };
}

/** Points from one line to the next. */
export const lineHeight = (size: number): number => size * 1.35;

/** Begins a page where less than `height` points are left on this one. */
export function keepRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height > areaOf(sheet).bottom && sheet.y > TOP) beginPage(sheet);
}

/** Breaks words into lines of a width, with what no face has shown as missing. */
export const linesOf = (
  sheet: Sheet,
  runs: readonly Run[],
  { width, size }: { width: number; size: number },
): Line[] =>
  wrapRuns(
    runs.map((run) => ({ ...run, text: sheet.printable(run.text) })),
    { width, size, measure: sheet.measure },
  );

/** Where within the height of a line its letters stand. */
const BASELINE = 0.95;

/** Draws a line whose top is `y`. What it belongs to is marked by whoever asks for it. */
export function drawLine(
  { pdf }: Sheet,
  { pieces, width }: Line,
  y: number,
  { x, size, color, right }: Drawing,
): void {
  const begin = right === undefined ? x : x + right - width;
  for (const { text, face, at } of pieces)
    pdf
      .font(face)
      .fontSize(size)
      .fillColor(color)
      .text(text, begin + at, y + size * BASELINE + (lineHeight(size) - size) / 2, {
        lineBreak: false,
        baseline: 'alphabetic',
      });
}

/** Draws what says nothing: a shade, a rule, what is repeated on each page. */
export function drawArtifact({ pdf }: Sheet, type: 'Pagination' | 'Layout', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}
