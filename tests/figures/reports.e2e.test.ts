import path from 'node:path';
import type { SourceName } from '../../imports/sources';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { PRINTED } from './printed-report';

const EXTRACTS: readonly (readonly [SourceName, string])[] = [
  ['corporate-crm', 'corporate-crm.csv'],
  ['adults', 'adults-social-care.csv'],
  ['childrens', 'childrens-cloud.jsonl'],
  ['ombudsman', 'ombudsman-register.xlsx'],
  ['coverage', 'coverage.csv'],
];

interface Question {
  readonly measure: string;
  readonly asAt: string;
}
interface Cell {
  readonly id: string;
  readonly state: string;
  readonly text: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly missing: string | null;
  readonly question: Question | null;
}
interface Table {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly { readonly label: string }[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[];
}
interface Report {
  readonly title: string;
  readonly sections: readonly {
    readonly key: string;
    readonly heading: string;
    readonly paragraphs: readonly string[];
    readonly tables: readonly Table[];
    readonly blanks: readonly { readonly label: string; readonly wouldFill: string }[];
  }[];
}

const REPORT = `query ($id: ID!) { report(id: $id) { title sections {
  key heading paragraphs blanks { label wouldFill }
  tables { key title columns { label } rows { label cells {
    id state text value numerator denominator missing
    question { measure asAt streams stages financialYears quarters from to services directorates themes channels outcomes routes }
  } } }
} } }`;
const OPEN = `mutation ($definition: ID!, $year: String!, $upTo: Quarter!) {
  openReport(definition: $definition, financialYear: $year, upTo: $upTo) { __typename }
}`;
const AT_ONCE = 40;
const BUSY_MACHINE_MILLIS = 120_000;

const cellsOf = ({ sections }: Report): readonly Cell[] =>
  sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)));
const known = (question: object) =>
  Object.fromEntries(Object.entries(question).filter(([, value]) => value !== null));

describe('the reports of the demonstration', () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
    for (const [source, file] of EXTRACTS)
      await product.load(source, path.join(__dirname, '../../demo/extracts', file));
  }, BUSY_MACHINE_MILLIS);
  afterAll(() => product.stop());

  async function filled(definition: string, year: string, upTo: string): Promise<Report> {
    const opened = await product.ask('analyst', OPEN, { definition, year, upTo });
    expect(opened.errors).toBeUndefined();
    const { data, errors } = await product.ask<{ report: Report }>('analyst', REPORT, {
      id: `${definition}.${year}.${upTo}`,
    });
    expect(errors).toBeUndefined();
    return data.report;
  }

  /** What the graph answers to the questions of some cells, asked one by one. */
  async function toldAlone(cells: readonly Cell[]): Promise<readonly object[]> {
    const told: object[] = [];
    for (let first = 0; first < cells.length; first += AT_ONCE) {
      const some = cells.slice(first, first + AT_ONCE);
      const declared = some.map((_, place) => `$w${place}: MeasureFilter, $a${place}: Date`);
      const fields = some.map(
        ({ question }, place) =>
          `q${place}: figures(measures: [${question?.measure}], where: $w${place}, asAt: $a${place}) { value numerator denominator }`,
      );
      const variables = some.flatMap(({ question }, place) => {
        const { measure: _, asAt, ...where } = question ?? { measure: '', asAt: '' };
        return [
          [`w${place}`, known(where)],
          [`a${place}`, asAt],
        ];
      });
      const { data, errors } = await product.ask<Record<string, readonly object[]>>(
        'analyst',
        `query (${declared.join(', ')}) { ${fields.join('\n')} }`,
        Object.fromEntries(variables),
      );
      expect(errors).toBeUndefined();
      told.push(...some.map((_, place) => data[`q${place}`]?.[0] ?? {}));
    }
    return told;
  }

  it('have as their appendix at mid-year the tables that the service printed', async () => {
    const report = await filled('mid-year-progress', '2021-22', 'Q2');
    expect(report.title).toBe('Progress report on complaints: April to September 2021 (Q1 to Q2 2021-22)');
    const appendix = report.sections.find(({ key }) => key === 'appendix')?.tables ?? [];
    const tables = appendix.map(({ key, columns, rows }) => ({
      ...{ key, columns: columns.map(({ label }) => label) },
      rows: rows.map(({ label, cells }) => ({ label, values: cells.map(({ value }) => value) })),
    }));
    // A further stream has a table too, which was not printed.
    expect(tables.filter(({ key }) => PRINTED.some((table) => table.key === key))).toEqual(PRINTED);
    const blank = appendix
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
      .filter(({ value }) => value === null);
    expect(new Set(blank.map(({ text }) => text))).toEqual(new Set(['not recorded']));
  });

  it('name the services of which more went to stage 2 than chance would have it', async () => {
    const report = await filled('mid-year-progress', '2021-22', 'Q2');
    expect(report.sections.find(({ key }) => key === 'services')?.paragraphs).toEqual([
      'Stage 2 complaints rose by more than chance against the year before, most first: Greenspace (5 to 16).',
    ]);
  });

  it.each([
    ['mid-year-progress', '2021-22', 'Q2', 150],
    ['portfolio-performance', '2021-22', 'Q2', 45],
    ['portfolio-performance', '2020-21', 'Q4', 45],
    ['annual-complaints', '2020-21', 'Q4', 90],
    ['annual-childrens', '2020-21', 'Q4', 50],
    ['annual-adults', '2020-21', 'Q4', 50],
  ])(
    'tell in %s of %s up to %s what each question is answered by itself',
    async (definition, year, upTo, least) => {
      const asking = cellsOf(await filled(definition, year, upTo)).filter(
        ({ question }) => question !== null,
      );
      expect(asking.length).toBeGreaterThan(least);
      const told = asking.map(({ value, numerator, denominator }) => ({ value, numerator, denominator }));
      expect(await toldAlone(asking)).toEqual(told);
    },
  );

  it('stand beside the targets that people set, in words', async () => {
    const target = `{ measure: IN_TIME_RATE, financialYear: "2021-22", stream: CORPORATE, stage: 1,
      value: 0.72, tolerance: 5, source: "The portfolio agreement" }`;
    const saved = await product.ask<{ saveTarget: { __typename: string } }>(
      'officer',
      `mutation { saveTarget(target: ${target}, basedOnVersion: 0) { __typename } }`,
    );
    expect(saved.data.saveTarget.__typename).toBe('Target');
    const { sections } = await filled('portfolio-performance', '2021-22', 'Q2');
    const rows = sections[0]?.tables[0]?.rows ?? [];
    const said = [
      'Corporate complaints answered in time at stage 1',
      'Corporate complaints answered in time at stage 2',
    ];
    const judged = rows
      .filter(({ label }) => said.includes(label))
      .map(({ cells }) => cells.filter(({ id }) => /target$|rag$/.test(id)));
    expect(judged.map((cells) => cells.map(({ text }) => text.replaceAll('\u00a0', ' ')))).toEqual([
      ['72 % (amber within 5 points)', 'Amber: within 5 points of 72 %'],
      ['', ''],
    ]);
  });

  it('are what definitions say, for those who may read reports', async () => {
    const question = '{ reportDefinitions { key rule audience upTo version since headings } }';
    const { data } = await product.ask<{ reportDefinitions: { key: string; headings: string[] }[] }>(
      'analyst',
      question,
    );
    expect(data.reportDefinitions.map(({ key }) => key)).toEqual([
      ...[
        'mid-year-progress',
        'portfolio-performance',
        'annual-complaints',
        'annual-childrens',
        'annual-adults',
      ],
    ]);
    expect(data.reportDefinitions[1]?.headings).toEqual(['Finance & Resources']);
    for (const caller of ['partner', 'auditor', null] as const) {
      const { data: none, errors } = await product.ask<{ reportDefinitions: null } | null>(caller, question);
      expect([none?.reportDefinitions ?? null, (errors ?? []).length > 0]).toEqual([null, true]);
    }
  });

  it('leave what no record can tell blank, with what would fill it, and never 0', async () => {
    const childrens = await filled('annual-childrens', '2020-21', 'Q4');
    const labels = childrens.sections.flatMap(({ blanks }) => blanks.map(({ label }) => label));
    expect(labels).toContain('Ages of the children');
    const complaints = cellsOf(await filled('annual-complaints', '2020-21', 'Q4'));
    const blanks = complaints.filter(({ state }) => state === 'BLANK');
    expect(blanks.filter(({ value, missing }) => value !== null || !missing)).toEqual([]);
    expect(blanks.map(({ id }) => id)).toContain('ombudsman/average/so-far');
    expect(blanks.map(({ id }) => id)).toContain('self-assessment/part-1/complies');
  });

  it('tell which complaints were refused', async () => {
    const { sections } = await filled('annual-complaints', '2020-21', 'Q4');
    const refused = sections.find(({ key }) => key === 'refused')?.tables[0]?.rows ?? [];
    expect(refused.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)])).toEqual([
      ['Outside scope', 'not recorded', '7', '3'],
      ['No consent', 'not recorded', '0', '0'],
      ['Withdrawn', 'not recorded', '14', '9'],
      ['Resolved informally', 'not recorded', '9', '9'],
      ['Merged with another complaint', 'not recorded', '0', '0'],
    ]);
  });
});
