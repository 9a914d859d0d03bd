import { CFB } from '@e965/xlsx';
import { DOMParser } from '@xmldom/xmldom';
import { reportDocument } from '../from-report/report-document';
import { aReport } from '../testing/a-report';
import { writeDocx } from './write-docx';

/** The parts of a file of Word, each as XML that a parser has taken. */
async function partsOf(report = aReport()) {
  const zip = CFB.read(await writeDocx(reportDocument(report, 'A Council')), { type: 'buffer' });
  const textOf = (name: string): string =>
    Buffer.from(CFB.find(zip, `/${name}`)?.content ?? []).toString('utf8');
  return {
    textOf,
    part: (name: string) =>
      new DOMParser({
        onError: (_level, message) => {
          throw new Error(`${name}: ${message}`);
        },
      }).parseFromString(textOf(name), 'text/xml'),
  };
}

describe('a report for Word', () => {
  let textOf: Awaited<ReturnType<typeof partsOf>>['textOf'];
  let part: Awaited<ReturnType<typeof partsOf>>['part'];
  beforeAll(async () => {
    ({ textOf, part } = await partsOf());
  });
  const styled = (style: string): string[] =>
    [...part('word/document.xml').getElementsByTagName('w:p')]
      .filter((each) => each.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') === style)
      .map((each) => each.textContent ?? '');

  it('is whole XML, with its title, whose it is and its language', () => {
    for (const name of ['word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'docProps/core.xml'])
      expect(part(name).documentElement).not.toBeNull();
    expect(textOf('docProps/core.xml')).toContain('<dc:title>Mid-year progress report 2021-22</dc:title>');
    expect(textOf('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>');
  });

  it('has headings in the styles of headings, and captions in that of captions', () => {
    expect(styled('Heading1')).toEqual(['Mid-year progress report 2021-22']);
    expect(styled('Heading2')).toContain('2. Performance');
    expect(styled('Heading3')).toEqual(['What was learnt']);
    expect(styled('Heading4')).toEqual(['What is being done']);
    expect(styled('Caption')).toEqual([
      'Table 1: Answered in time, and what was aimed at',
      'Table 2: Corporate complaints',
      'Table 3: Received by service and month',
    ]);
  });

  it('repeats the heads of each table, and breaks no row', () => {
    const tables = [...part('word/document.xml').getElementsByTagName('w:tbl')].slice(1);
    expect(tables.map((table) => table.getElementsByTagName('w:tblHeader').length)).toEqual([1, 1, 1, 1]);
    for (const table of tables)
      expect(table.getElementsByTagName('w:cantSplit')).toHaveLength(
        table.getElementsByTagName('w:tr').length,
      );
  });

  it('has real lists, each counting from its first', () => {
    const levels = [...part('word/document.xml').getElementsByTagName('w:numPr')].map((each) =>
      each.getElementsByTagName('w:ilvl')[0]?.getAttribute('w:val'),
    );
    expect(levels).toEqual(['0', '0', '1', '1', '0', '0', '0', '0']);
  });

  it('lays the pages of what is wide, and says on each how many there are', () => {
    const pages = [...part('word/document.xml').getElementsByTagName('w:pgSz')].map((each) => [
      each.getAttribute('w:orient'),
      each.getAttribute('w:w'),
    ]);
    expect(pages).toEqual([
      ['portrait', '11906'],
      ['portrait', '11906'],
      ['landscape', '16838'],
    ]);
    expect(textOf('word/footer1.xml')).toContain('NUMPAGES');
    expect(textOf('word/header1.xml')).toContain('Draft');
  });

  it('runs nothing that somebody wrote', () => {
    expect(textOf('word/document.xml')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(textOf('word/document.xml')).not.toMatch(/<w:hyperlink|<w:fldSimple/);
  });
});
