import type { ReportDocument } from '../model/document';
import { drawRow } from './row';
import { areaOf, beginPage, INK, QUIET_INK, type Sheet } from './sheet';
import { beginElement, drawWords } from './text';

const LABEL_SHARE = 0.3;

/** What stands first: whose report it is, its title, how far it has come, and what is known of it. */
export function drawFront(sheet: Sheet, { title, council, marks, front, letter }: ReportDocument): void {
  const { left, width } = areaOf(sheet);
  const place = { x: left, width, before: 0, together: 1 };
  const say = (
    type: string,
    text: string,
    look: { size: number; color: string; after: number; isBold: boolean },
  ) => {
    const element = beginElement(sheet, sheet.root, type);
    drawWords(sheet, element, [{ text, isBold: look.isBold }], { ...place, ...look });
    element.end();
  };
  if (letter !== undefined) {
    const plain = { size: 10.5, color: INK, isBold: false };
    say('P', council, { ...plain, color: QUIET_INK, after: 24 });
    for (const line of letter.addressee) say('P', line, { ...plain, after: 1 });
    sheet.y += 14;
    say('P', letter.on, { ...plain, after: 14 });
    say('H1', title, { size: 15, color: INK, after: 8, isBold: true });
    return;
  }
  say('P', council, { size: 12, color: QUIET_INK, after: 4, isBold: false });
  say('H1', title, { size: 22, color: INK, after: 6, isBold: true });
  if (marks.length > 0) say('P', marks.join(' – '), { size: 12, color: INK, after: 6, isBold: true });
  const table = beginElement(sheet, sheet.root, 'Table', { title: 'About this report' });
  const widths = [width * LABEL_SHARE, width * (1 - LABEL_SHARE)];
  const look = { isNumeric: false, shade: null, color: INK } as const;
  for (const { label, value } of front)
    drawRow(
      sheet,
      beginElement(sheet, table, 'TR'),
      [
        { ...look, text: label, isBold: true, type: 'TH', scope: 'Row' },
        { ...look, text: value, isBold: false, type: 'TD', scope: null },
      ],
      { widths, size: 9.5, goOn: () => beginPage(sheet) },
    );
  table.end();
  sheet.y += 10;
}
