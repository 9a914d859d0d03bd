import { HeadingLevel, Paragraph, type Table, TextRun } from 'docx';
import type { Block, DocumentList, DocumentParagraph, Run } from '../model/document';
import { printedRuns } from '../model/printed-runs';
import { NUMBER_INDENT } from './styles';
import { tableParts } from './table';

/** Where a block is written: how wide the page is, and how lists are told apart, so that each counts from its first. */
export interface Placing {
  readonly width: number;
  readonly nextList: () => number;
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

/** A heading in the style of its level, so that a reader can go from one to the next. */
export const headingParagraph = (text: string, level: number): Paragraph =>
  new Paragraph({ heading: HEADINGS[level] ?? HeadingLevel.HEADING_6, text });

/** What a block is made of in Word. */
export function blockParts(block: Block, placing: Placing): (Paragraph | Table)[] {
  if (block.kind === 'heading') return [headingParagraph(block.text, block.level)];
  if (block.kind === 'table') return tableParts(block, placing.width);
  if (block.kind === 'list') return listParts(block, { level: 0, instance: placing.nextList() }, placing);
  return [paragraphOf(block)];
}

const textRuns = (runs: readonly Run[]): TextRun[] =>
  printedRuns(runs).map(
    ({ text, isBold = false, isItalic = false, isCode = false }) =>
      new TextRun({ text, bold: isBold, italics: isItalic, ...(isCode ? { font: 'Courier New' } : {}) }),
  );

function paragraphOf({ number, tone, runs, leads }: DocumentParagraph): Paragraph {
  if (number === null)
    return new Paragraph({
      ...(tone === 'QUIET' ? { style: 'Quiet' } : {}),
      keepNext: leads === true,
      children: textRuns(runs),
    });
  return new Paragraph({
    keepNext: leads === true,
    indent: { left: NUMBER_INDENT, hanging: NUMBER_INDENT },
    tabStops: [{ type: 'left', position: NUMBER_INDENT }],
    children: [new TextRun({ text: `${number}\t` }), ...textRuns(runs)],
  });
}

const DEEPEST = 8;

function listParts(
  { isOrdered, items }: DocumentList,
  at: { readonly level: number; readonly instance: number },
  placing: Placing,
): Paragraph[] {
  const reference = isOrdered ? 'numbers' : 'points';
  return items.flatMap(({ runs, lists }) => [
    new Paragraph({
      numbering: { reference, level: Math.min(at.level, DEEPEST), instance: at.instance },
      spacing: { after: 60 },
      children: textRuns(runs),
    }),
    ...lists.flatMap((list) =>
      listParts(list, { level: at.level + 1, instance: placing.nextList() }, placing),
    ),
  ]);
}
