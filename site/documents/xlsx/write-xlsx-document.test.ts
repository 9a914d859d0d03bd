import { read, utils } from '@e965/xlsx';
import { reportDocument } from '../from-report/report-document';
import { aLongReport, aReport } from '../testing/a-report';
import { writeXlsxDocument } from './write-xlsx-document';

const book = async (report = aReport()) =>
  read(await writeXlsxDocument(reportDocument(report, 'A Council')), { cellStyles: true, cellNF: true });
const rowsOf = (read: Awaited<ReturnType<typeof book>>, name: string): unknown[][] => {
  const sheet = read.Sheets[name];
  return sheet === undefined ? [] : utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });
};

describe('a report as a workbook', () => {
  it('has a sheet that says what it is, one of its words, and one for each table', async () => {
    const { SheetNames, Props, ...read } = await book();
    expect(SheetNames).toEqual([
      ...['About', 'Words', '1 Answered in time, and wha', 'Words 2'],
      ...['2 Corporate complaints', '3 Received by service and m'],
    ]);
    expect(Props?.Title).toBe('Mid-year progress report 2021-22');
    expect(
      rowsOf({ SheetNames, ...read }, 'About')
        .slice(0, 4)
        .map(([first]) => first),
    ).toEqual([...['Mid-year progress report 2021-22', 'A Council', 'Draft', 'Period']]);
    expect(rowsOf({ SheetNames, ...read }, 'Words')[1]).toEqual([
      ...['1. Introduction', '', 'Asked for by: the council’s own reporting cycle'],
    ]);
  });

  it('has figures as numbers, rates as they are read, and words where there is no figure', async () => {
    const read = await book();
    expect(rowsOf(read, '2 Corporate complaints').slice(1, 5)).toEqual([
      [
        'Measure',
        '2019-20',
        '2020-21',
        '2021-22 Q1',
        '2021-22 Q2',
        '2021-22 Q1 to Q2',
        '2019-20 Q1 to Q2',
        '2020-21 Q1 to Q2',
      ],
      ['Stage 1 received', 178, 132, 55, 67, 122, 79, 55],
      ['Stage 2 received', 102, 75, 34, 38, 72, 49, 30],
      [
        'Escalated from stage 1 to stage 2',
        'not recorded',
        'not recorded',
        25,
        35,
        60,
        'not recorded',
        'not recorded',
      ],
    ]);
    const rate = read.Sheets[read.SheetNames[2] ?? '']?.B3;
    expect([rate?.v, rate?.w]).toEqual([0.63, '63%']);
  });

  it('has no formula, whatever a text begins with', async () => {
    const read = await book();
    const cells = Object.values(read.Sheets).flatMap((sheet) => Object.values(sheet));
    expect(cells.filter((cell) => typeof cell === 'object' && 'f' in cell)).toEqual([]);
    expect(rowsOf(read, read.SheetNames[2] ?? '')[5]?.[0]).toBe('=SUM(A1) received, a volume');
  });

  it('names its sheets once each, however alike their tables are', async () => {
    const { SheetNames } = await book(aLongReport(30));
    expect(new Set(SheetNames.map((name) => name.toLowerCase())).size).toBe(32);
    expect(SheetNames.filter((name) => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([]);
  });
});
