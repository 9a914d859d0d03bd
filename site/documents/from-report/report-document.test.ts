import type { Block } from '../model/document';
import { printedText } from '../model/printed-runs';
import { aFrozenReport, aReport } from '../testing/a-report';
import { reportDocument } from './report-document';

const made = reportDocument(aReport(), 'A Council');
const paragraphs = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [`${block.number ?? block.tone} ${printedText(block.runs)}`] : [],
  );
const tableNamed = (name: string) =>
  made.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' && block.number === name ? [block] : []))[0];

describe('a report as it is written into files', () => {
  it('numbers sections and paragraphs, and an appendix begins a page; what is wide lies', () => {
    expect(
      made.sections.map(({ number, heading, startsPage, isLandscape }) => [
        number,
        heading,
        startsPage,
        isLandscape,
      ]),
    ).toEqual([
      ['1', 'Introduction', false, false],
      ['2', 'Performance', false, false],
      [null, 'What was learnt', false, false],
      ['3', 'What comes next', false, false],
      [null, 'Appendix 1: figures', true, false],
      [null, 'Appendix 2: services', true, true],
    ]);
    expect(paragraphs(made.sections[2]?.blocks ?? [])).toEqual([
      '2.2 Stage 2 complaints rose sharply in four services:',
      '2.3 <script>alert(1)</script>',
      '2.4 No record tells what follows, so that it is left blank. It is not nought.',
    ]);
  });

  it('says in a draft what is still to be written, and in a frozen report that nothing was', () => {
    expect(paragraphs(made.sections[3]?.blocks ?? [])).toEqual([
      'QUIET Still to be written: What will be done until the next report? Name nobody.',
    ]);
    expect(reportDocument(aFrozenReport(), 'A Council').sections[3]?.blocks).toMatchObject([
      { tone: 'QUIET', runs: [{ text: 'Nothing was written here.' }] },
    ]);
  });

  it('tells a figure from what is none, and what would fill a blank once', () => {
    const table = tableNamed('Table 1');
    expect(
      table?.rows.map(({ cells }) => cells.map(({ tone, value, isRate }) => [tone, value, isRate]))[0],
    ).toEqual([
      ...[
        ['PLAIN', 0.63, true],
        ['PLAIN', 0.9, true],
      ],
      ...[
        ['RED', null, true],
        ['PLAIN', null, false],
        ['QUIET', null, false],
      ],
    ]);
    expect(table?.rows[3]?.cells[0]).toEqual({
      text: 'fewer than 5',
      tone: 'QUIET',
      value: null,
      isRate: false,
    });
    expect(table?.notes).toEqual([
      'Volumes have no target.',
      'Where “Cost” says “blank”, to be recorded: what each complaint cost',
    ]);
  });

  it('says on its first page what it is, and how far it has come', () => {
    expect([made.marks, Object.fromEntries(made.front.map(({ label, value }) => [label, value]))]).toEqual([
      ['Draft'],
      {
        Period: 'April to September 2021 (Q1 to Q2 2021-22)',
        For: 'Corporate, Resource Management and Governance Scrutiny Committee',
        'Asked for by': 'the council’s reporting cycle',
        Version: '1, a draft with the figures as they are now',
        'Figures as at': '11 October 2021',
        'Records that end before the period does': 'Adult social care',
        'Records that are counted': 'Corporate from 1 April 2019 to 11 October 2021',
      },
    ]);
    const frozen = reportDocument({ ...aFrozenReport(), isPublic: true }, 'A Council');
    expect(frozen.marks).toEqual(['Public version']);
    expect(frozen.front).toEqual(
      expect.arrayContaining([
        {
          label: 'Version',
          value: '2, frozen by ana on 14 October 2021: its figures do not change any more',
        },
        { label: 'Reason for this version', value: 'A complaint came in late' },
        { label: 'Public version', value: 'Small numbers are left out, and what would tell them' },
      ]),
    );
  });

  it('holds no control character', () => {
    const { title } = reportDocument(aReport({ title: 'A\u0000 report\u202E' }), 'A Council');
    expect(title).toBe('A report');
  });
});
