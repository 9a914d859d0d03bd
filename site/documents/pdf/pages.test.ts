import { reportDocument } from '../from-report/report-document';
import { tableOf } from '../from-report/report-table';
import { aReport, longTable } from '../testing/a-report';
import { drawBlock, drawHeading } from './blocks';
import { faceOf, measuring, printable } from './fonts';
import { drawFront } from './front';
import { rowHeight } from './row';
import { areaOf, beginPage, beginSheet, keepRoom, lineHeight, type Sheet } from './sheet';
import { beginningHeight, drawTable } from './table';
import { beginElement, drawWords } from './text';

const report = reportDocument(aReport(), 'A Council');

/** A table whose rows have one line each. */
function narrow(count: number) {
  const { rows, columns, ...table } = tableOf(longTable('narrow', count), 1);
  return {
    ...{ ...table, columns: columns.slice(0, 3) },
    rows: rows.map(({ label, cells }) => ({ label, cells: cells.slice(0, 3) })),
  };
}

describe('the pages of a printed report', () => {
  let sheet: Sheet;
  const pages = (): number => sheet.pdf.bufferedPageRange().count;
  beforeEach(() => {
    sheet = beginSheet(report, new Date('2021-10-11T09:00:00Z'));
    beginPage(sheet);
  });

  it('begin where there is no room, and not where a page has just begun', () => {
    keepRoom(sheet, 10_000);
    expect(pages()).toBe(1);
    sheet.y = areaOf(sheet).bottom - 10;
    keepRoom(sheet, 10);
    expect(pages()).toBe(1);
    keepRoom(sheet, 11);
    expect([pages(), sheet.y]).toEqual([2, areaOf(sheet).top]);
  });

  it('have a heading together with what follows it', () => {
    sheet.y = areaOf(sheet).bottom - 40;
    drawHeading(sheet, 'A heading', 2);
    expect(pages()).toBe(2);
  });

  it('are filled line by line by words that are longer than one', () => {
    const element = beginElement(sheet, sheet.root, 'P');
    const words = { x: 50, width: 100, size: 10, color: '#000000', before: 0, after: 0, together: 1 };
    drawWords(sheet, element, [{ text: 'word '.repeat(400) }], words);
    expect(pages()).toBeGreaterThan(1);
    expect(sheet.y).toBeLessThanOrEqual(areaOf(sheet).bottom);
  });

  it('have a short table whole, and the heads of a long one again', () => {
    sheet.y = areaOf(sheet).bottom - 100;
    drawTable(sheet, tableOf(longTable('short', 5), 1));
    expect(pages()).toBe(2);
    drawTable(sheet, tableOf(longTable('long', 80), 2));
    expect(pages()).toBeGreaterThan(3);
  });

  it('have no heading without the table that follows it, and no few rows alone', () => {
    const { bottom } = areaOf(sheet);
    const short = narrow(5);
    const height = beginningHeight(sheet, short);
    expect(beginningHeight(sheet, narrow(80))).toBeLessThan(height);
    sheet.y = bottom - height;
    drawTable(sheet, short);
    expect(pages()).toBe(1);
    // Of ten rows seven have room: three are not left to stand alone, and more than those go with them.
    const ten = narrow(10);
    sheet.y = bottom - beginningHeight(sheet, narrow(8)) - 20;
    drawTable(sheet, ten);
    expect(pages()).toBe(2);
  });

  it('begin with what is known of the report, and go on below it', () => {
    const { top } = areaOf(sheet);
    drawFront(sheet, report);
    const below = sheet.y;
    expect(below).toBeGreaterThan(top + report.front.length * 15);
    drawBlock(sheet, { kind: 'paragraph', number: '1.1', tone: 'PLAIN', runs: [{ text: 'Words' }] });
    expect(sheet.y).toBeGreaterThan(below + lineHeight(10));
  });

  it('have rows as tall as their tallest cell', () => {
    const cell = {
      isNumeric: false,
      isBold: false,
      type: 'TD',
      scope: null,
      shade: null,
      color: '#000000',
    } as const;
    const options = { widths: [60, 60], size: 10 };
    const one = rowHeight(
      sheet,
      [
        { ...cell, text: 'a' },
        { ...cell, text: '' },
      ],
      options,
    );
    const three = rowHeight(
      sheet,
      [
        { ...cell, text: 'a' },
        { ...cell, text: 'alpha beta gamma delta' },
      ],
      options,
    );
    expect(three).toBeGreaterThan(one + lineHeight(10) - 0.01);
  });
});

describe('the faces of a printed report', () => {
  const { pdf } = beginSheet(report, new Date('2021-10-11T09:00:00Z'));

  it('are as wide as their letters, bold ones wider', () => {
    const measure = measuring(pdf);
    expect(measure('Complaints', faceOf({ isBold: true }))).toBeGreaterThan(
      measure('Complaints', faceOf({})),
    );
    expect(measure('Complaints', 'regular')).toBe(measure('Complaints', 'regular'));
    expect([faceOf({ isItalic: true }), faceOf({ isBold: true, isItalic: true })]).toEqual([
      'italic',
      'boldItalic',
    ]);
  });

  it('show a letter that they lack as missing', () => {
    expect(printable(pdf)('Ça 漢 –')).toBe('Ça □ –');
  });
});
