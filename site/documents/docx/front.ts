import {
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { ReportDocument } from '../model/document';
import { lookOf, RULES } from './table';

const LABEL_SHARE = 0.3;

/** What stands first: whose report it is, its title, how far it has come, and what is known of it. */
export function frontParts(
  { title, council, marks, front, letter }: ReportDocument,
  width: number,
): (Paragraph | Table)[] {
  if (letter !== undefined) return letterParts({ title, council, letter });
  const widths = [Math.floor(width * LABEL_SHARE), Math.floor(width * (1 - LABEL_SHARE))];
  const rows = front.map(
    ({ label, value }) =>
      new TableRow({
        cantSplit: true,
        children: [cell(label, true, widths[0]), cell(value, false, widths[1])],
      }),
  );
  return [
    new Paragraph({ style: 'Council', text: council }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }),
    ...(marks.length === 0 ? [] : [new Paragraph({ style: 'Mark', text: marks.join(' – ') })]),
    new Table({
      ...{ rows, columnWidths: widths, layout: TableLayoutType.FIXED, borders: RULES },
      width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
      tableLook: lookOf({ firstRow: false, firstColumn: true }),
    }),
  ];
}

/** A letter begins with whose it is, to whom it goes, its day, and what it is about. */
const letterParts = ({
  title,
  council,
  letter: { addressee, on },
}: Pick<ReportDocument, 'title' | 'council'> & {
  readonly letter: NonNullable<ReportDocument['letter']>;
}): Paragraph[] => [
  new Paragraph({ style: 'Council', text: council }),
  ...addressee.map((text) => new Paragraph({ text, spacing: { after: 0 } })),
  new Paragraph({ text: on, spacing: { before: 240, after: 240 } }),
  new Paragraph({ heading: HeadingLevel.HEADING_1, text: title }),
];

const cell = (text: string, bold: boolean, width = 0): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 0, right: 70, top: 40, bottom: 40 },
    children: [new Paragraph({ style: 'TableText', children: [new TextRun({ text, bold, size: 20 })] })],
  });
