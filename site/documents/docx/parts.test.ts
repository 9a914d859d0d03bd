import { Paragraph, Table } from 'docx';
import { reportDocument } from '../from-report/report-document';
import { aReport } from '../testing/a-report';
import { blockParts, headingParagraph } from './blocks';
import { frontParts } from './front';
import { tableParts } from './table';

const report = reportDocument(aReport(), 'A Council');
const blocks = report.sections.flatMap((section) => section.blocks);
const kinds = (parts: readonly (Paragraph | Table)[]): string[] =>
  parts.map((part) => (part instanceof Table ? 'table' : 'paragraph'));

describe('what a report is made of in Word', () => {
  it('is a table with its caption before it, its notes after it, and a line that keeps it from the next', () => {
    const [table] = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    expect(table && kinds(tableParts(table, 9_000))).toEqual([
      'paragraph',
      'table',
      ...Array(3).fill('paragraph'),
    ]);
    expect(table && kinds(tableParts({ ...table, number: null, title: '', notes: [] }, 9_000))).toEqual([
      ...['table', 'paragraph'],
    ]);
  });

  it('is a list whose points are counted apart from those of the next', () => {
    let lists = 0;
    const parts = blocks
      .filter(({ kind }) => kind === 'list')
      .flatMap((block) => blockParts(block, { width: 9_000, nextList: () => ++lists }));
    expect([parts.length, lists]).toEqual([8, 4]);
    expect(headingParagraph('A heading', 9)).toBeInstanceOf(Paragraph);
  });

  it('begins with whose it is, its title, whether it is a draft, and what is known of it', () => {
    expect(kinds(frontParts(report, 9_000))).toEqual([...Array(3).fill('paragraph'), 'table']);
    expect(kinds(frontParts({ ...report, marks: [] }, 9_000))).toEqual(['paragraph', 'paragraph', 'table']);
  });
});
