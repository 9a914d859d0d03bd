import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { childrensDirtOf } from '../../demo/childrens/dirt';
import { generateChildrens } from '../../demo/childrens/generate-childrens';
import { startTestProduct, type TestProduct, TODAY } from '../../scripts/testing/test-product';
import { recountChildrens } from '../recount/childrens/read-plainly';
import { childrensThings } from '../recount/childrens/things';
import { expectEveryFigure } from './every-figure';

const EXTRACTS = path.join(__dirname, '../../demo/extracts');

interface Row {
  readonly stage: number;
  readonly financialYear: string;
  readonly [figure: string]: unknown;
}

const FIGURES = ['received', 'escalated', 'direct', 'answered', 'answeredInTime', 'closed'] as const;
const QUESTION = `{ measures(by: [STAGE, FINANCIAL_YEAR], where: { streams: [CHILDRENS] }) {
  rows { stage financialYear ${FIGURES.join(' ')} }
} }`;

async function figures(product: TestProduct): Promise<readonly Row[]> {
  const { data, errors } = await product.ask<{ measures: { rows: Row[] } }>('analyst', QUESTION);
  expect(errors).toBeUndefined();
  return data.measures.rows;
}

describe("the children's extract", () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
    expect(await product.load('childrens', path.join(EXTRACTS, 'childrens-cloud.jsonl'))).toEqual({
      ...{ read: 115, loaded: 110, updated: 0, copies: 3, leftOut: 0, quarantined: 2 },
    });
    await product.load('coverage', path.join(EXTRACTS, 'coverage.csv'));
  });
  afterAll(() => product.stop());

  it('gives the table that the service printed, with nothing for the year that was not recorded', async () => {
    const { data } = await product.ask<{ periodReport: { tables: { key: string }[] } }>(
      'analyst',
      '{ periodReport(financialYear: "2021-22", upTo: Q2) { tables { key title columns rows { label values } } } }',
    );
    expect(data.periodReport.tables.find(({ key }) => key === 'childrens')).toEqual({
      key: 'childrens',
      title: "Children's",
      columns: ['2019-20', '2020-21', '2021-22 Q1', '2021-22 Q2', '2021-22 Q1-Q2'],
      rows: [
        { label: "Children's: received", values: [41, 36, 12, 21, 33] },
        { label: "Children's: escalated to stage 2", values: [1, 1, 0, 0, 0] },
        { label: "Children's: escalated to stage 3", values: [1, null, 0, 0, 0] },
      ],
    });
  });

  it('has no figure for received at stage 3 either where escalations to it were not recorded', async () => {
    const received = async (year: string) => {
      const { data } = await product.ask<{ measures: { rows: { received: number | null }[] } }>(
        'analyst',
        `{ measures(by: [], where: { streams: [CHILDRENS], stages: [3], financialYears: ["${year}"] }) { rows { received } } }`,
      );
      return data.measures.rows[0]?.received;
    };
    expect([await received('2019-20'), await received('2020-21')]).toEqual([1, null]);
  });

  it('finds a complaint of three stages by its one reference, with the panel, and names nobody to an analyst', async () => {
    const fields = 'stage references reviewPanel { meetingDueOn heldOn findingsOn answerDueOn }';
    const question = (more: string) =>
      `{ complaint(reference: "CSC-2137") { ... on ChildrensComplaint { ${fields} ${more} } } }`;
    const { data } = await product.ask('analyst', question(''));
    expect(data).toEqual({
      complaint: {
        stage: 3,
        references: ['CSC-2137'],
        reviewPanel: {
          meetingDueOn: '2020-05-06',
          heldOn: '2020-05-04',
          findingsOn: '2020-05-11',
          answerDueOn: '2020-06-02',
        },
      },
    });
    const refused = await product.ask(
      'analyst',
      question('childReference child { ageBand } reviewPanel { members }'),
    );
    expect(refused.data).toMatchObject({
      complaint: {
        ...{ stage: 3, references: ['CSC-2137'], childReference: null, child: null },
        reviewPanel: { heldOn: '2020-05-04', members: null },
      },
    });
    expect(refused.errors?.map(({ path, extensions: { code } }) => [path?.join('.'), code]).sort()).toEqual([
      ['complaint.child', 'FORBIDDEN'],
      ['complaint.childReference', 'FORBIDDEN'],
      ['complaint.reviewPanel.members', 'FORBIDDEN'],
    ]);
    const officer = await product.ask<{ complaint: object }>(
      'officer',
      question(
        'child { ageBand lookedAfter } reviewPanel { members } investigation { independentPerson } accounts { stage }',
      ),
    );
    expect(officer.data.complaint).toMatchObject({
      child: { ageBand: '16-17', lookedAfter: false },
      reviewPanel: { members: [expect.any(String), expect.any(String), expect.any(String)] },
      investigation: { independentPerson: expect.any(String) },
      accounts: [{ stage: 1 }, { stage: 2 }, { stage: 3 }],
    });
  });

  it('loads nothing again, be its lines in another order and its keys too', async () => {
    const before = await figures(product);
    const text = await readFile(path.join(EXTRACTS, 'childrens-cloud.jsonl'), 'utf8');
    const turned = text.trimEnd().split('\n').reverse().map(otherLayout).join('\r\n');
    expect(await product.loadText('childrens', turned)).toEqual({
      ...{ read: 115, loaded: 0, updated: 0, copies: 113, leftOut: 0, quarantined: 2 },
    });
    expect(await figures(product)).toEqual(before);
  });

  it('follows a complaint that a later extract holds with more stages, under the same id', async () => {
    const stage = (number: number, startedAt: string, completedAt: string | null) => ({
      stage: number,
      startedAt,
      completedAt,
    });
    const first = stage(1, '2021-11-01T10:00:00+00:00', '2021-11-10T10:00:00+00:00');
    const load = (...stages: object[]) =>
      product.loadText('childrens', JSON.stringify({ caseNumber: 'CSC-9001', team: 'SEND', stages }));
    const read = async () => {
      const { data } = await product.ask<{ complaint: { id: string } }>(
        'analyst',
        '{ complaint(reference: "CSC-9001") { id stage status receivedOn dueOn stages { number route } } }',
      );
      return data.complaint;
    };
    expect(await load(first)).toMatchObject({ read: 1, loaded: 1, updated: 0 });
    const before = await read();
    expect(before).toMatchObject({ stage: 1, status: 'CLOSED', dueOn: '2021-11-15' });
    expect(await load(first, stage(2, '2021-11-20T10:00:00+00:00', null))).toMatchObject({
      loaded: 1,
      updated: 1,
    });
    expect(await read()).toEqual({
      id: before.id,
      stage: 2,
      status: 'OPEN',
      receivedOn: '2021-11-01',
      dueOn: '2021-12-24',
      stages: [
        { number: 1, route: null },
        { number: 2, route: 'ESCALATED' },
      ],
    });
  });
});

/** The same line with its keys the other way round and blanks between them, if it can be read. */
function otherLayout(line: string): string {
  try {
    const turned = Object.fromEntries(Object.entries(JSON.parse(line)).reverse());
    return JSON.stringify(turned, null, 2).replaceAll('\n', ' ');
  } catch {
    return line;
  }
}

describe.each([
  { seed: 21, rows: 600, dirt: 0 },
  { seed: 23, rows: 1_200, dirt: 20 },
])("a made-up children's extract: seed $seed, $rows rows, dirt $dirt", ({ seed, rows, dirt }) => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
  });
  afterAll(() => product.stop());

  async function textOf(some: number): Promise<string> {
    let text = '';
    for await (const block of generateChildrens({ seed, rows: some, dirt: childrensDirtOf(dirt) }))
      text += block;
    return text;
  }

  it('is accounted for after an earlier one, and gives every figure that counting both anew gives', async () => {
    const [earlierText, text] = [await textOf(rows / 4), await textOf(rows)];
    const earlier = recountChildrens(earlierText, TODAY);
    const { counts, stages } = recountChildrens(text, TODAY, earlier.held);
    expect(await product.loadText('childrens', earlierText)).toEqual(earlier.counts);
    expect(await product.loadText('childrens', text)).toEqual(counts);
    const things = childrensThings(stages);
    await expectEveryFigure(product, things);
    for (const figure of ['received', 'escalated', 'answered', 'answeredInTime', 'closed']) {
      expect(things.filter((thing) => thing.figure === figure).length).toBeGreaterThan(30);
    }
    if (dirt >= 8) {
      expect(counts.updated).toBeGreaterThan(5);
      expect(things.filter(({ figure }) => figure === 'direct').length).toBeGreaterThan(5);
    }
  });
});
