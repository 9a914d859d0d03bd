import { reportDocument } from '../from-report/report-document';
import { aReport } from '../testing/a-report';
import { type Element, elementsOf, type ReadPdf, readPdf, wordsOf } from '../testing/read-pdf';
import { writePdf } from './write-pdf';

const madeAt = new Date('2021-10-11T09:00:00Z');
const written = (report = aReport()) => writePdf(reportDocument(report, 'A Council'), { madeAt });

describe('a report as a PDF', () => {
  let file: Buffer;
  let read: ReadPdf;
  // A page names the elements of others too, without their words.
  const all = (role: string): Element[] =>
    read.pages.flatMap(({ elements }) => elementsOf(elements, role)).filter((each) => wordsOf(each) !== '');
  beforeAll(async () => {
    file = await written();
    read = readPdf(file);
  });

  it('says its title, its language, and that it keeps to PDF/UA', () => {
    expect(read).toMatchObject({
      title: 'Mid-year progress report 2021-22',
      ...{ language: 'en-GB', isTagged: true, preferences: { DisplayDocTitle: true } },
    });
    expect(file.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('has headings by their level, none skipped, and leads to them', () => {
    expect(all('H1').map(wordsOf)).toEqual(['Mid-year progress report 2021-22']);
    expect(all('H2').map(wordsOf)).toEqual([
      ...['1. Introduction', '2. Performance', '3. What comes next'],
      ...['Appendix 1: figures', 'Appendix 2: services'],
    ]);
    expect(all('H3').map(wordsOf)).toEqual(['What was learnt']);
    expect(all('H4').map(wordsOf)).toEqual(['What is being done']);
    expect(read.outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
      ['1. Introduction', []],
      ['2. Performance', ['What was learnt']],
      ['3. What comes next', []],
      ['Appendix 1: figures', []],
      ['Appendix 2: services', []],
    ]);
  });

  it('has lists and their marks, one within the other', () => {
    const [list] = all('L');
    expect(list && elementsOf(list, 'L')).toHaveLength(2);
    expect(all('Lbl').map(wordsOf)).toEqual(['•', '•', '–', '–', '•', '1.', '2.', '•']);
    expect(all('LBody').map(wordsOf)).toContain(
      'See the Code (https://www.lgo.org.uk/code) and [this](javascript:alert(1))',
    );
  });

  it('has tables with their captions, heads and names of rows, and says words where colours are', () => {
    expect(all('Caption').map(wordsOf)).toEqual([
      'Table 1: Answered in time, and what was aimed at',
      'Table 2: Corporate complaints',
      'Table 3: Received by service and month',
    ]);
    const table = all('Table').find((each) => wordsOf(each).startsWith('Table 1'));
    const rows = table ? elementsOf(table, 'TR') : [];
    expect(
      rows.map((row) => row.children.map((cell) => (typeof cell === 'string' ? cell : cell.role))),
    ).toEqual([Array(6).fill('TH'), ...Array(4).fill(['TH', ...Array(5).fill('TD')])]);
    expect(rows[1]?.children.map((cell) => (typeof cell === 'string' ? cell : wordsOf(cell)))).toEqual([
      'Stage 1 answered within 10 working days',
      ...['63 %', '90 %', 'Red: 27 points below 90 %', 'Worse', 'blank'],
    ]);
  });

  it('says a table’s heads once, and shows them on each of its pages', () => {
    const heads = all('TH').filter((cell) => wordsOf(cell) === 'Apr');
    const shown = read.pages.filter(({ artifacts }) => artifacts.includes('Apr'));
    expect(heads).toHaveLength(1);
    expect(shown.length).toBeGreaterThan(1);
    expect(all('TR').filter((row) => wordsOf(row).startsWith('Service 59'))).toHaveLength(1);
  });

  it('numbers its pages where nobody hears it, and lays those that are wide', () => {
    const { length } = read.pages;
    for (const [place, { artifacts }] of read.pages.entries())
      expect(artifacts).toContain(`Page ${place + 1} of ${length}`);
    expect(read.pages[0]?.isLandscape).toBe(false);
    expect(read.pages.at(-1)?.isLandscape).toBe(true);
    expect(read.pages[0]?.artifacts).toContain('Mid-year progress report 2021-22 – Draft');
  });

  it('shows a letter that no face has as missing, and goes on', async () => {
    const title = 'Complaints 漢 😀 about “é”';
    const [page] = readPdf(await written(aReport({ title, sections: [] }))).pages;
    const [heading] = page ? elementsOf(page.elements, 'H1') : [];
    expect(heading && wordsOf(heading)).toBe('Complaints □ □ about “é”');
  });

  it('breaks a row that is taller than a page, and says each of its words', async () => {
    const [, performance] = aReport().sections;
    const [table] = performance?.tables ?? [];
    const [row] = table?.rows ?? [];
    if (!performance || !table || !row) throw new Error('The made-up report has lost its table');
    const long = Array.from({ length: 1_200 }, (_, place) => `word${place}`).join(' ');
    const sections = [{ ...performance, tables: [{ ...table, rows: [{ ...row, label: long }] }] }];
    const { pages } = readPdf(await written(aReport({ sections })));
    const said = pages.flatMap(({ elements }) => elementsOf(elements, 'TH').map(wordsOf)).join(' ');
    expect(pages.length).toBeGreaterThan(2);
    expect(long.split(' ').filter((word) => !said.includes(word))).toEqual([]);
  });
});
