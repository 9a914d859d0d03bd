import path from 'node:path';
import { generateCalls } from '../../demo/calls/generate-calls';
import { callDirtOf } from '../../demo/calls/made-call';
import { startTestProduct, type TestProduct, TODAY } from '../../scripts/testing/test-product';
import { type CallDivision, callFiguresBy, recountCalls } from '../recount/calls';

const EXTRACT = path.join(__dirname, '../../demo/extracts/telephony-calls.csv');

const DIMENSIONS: Readonly<Record<CallDivision, string>> = {
  group: 'GROUP',
  financialYear: 'FINANCIAL_YEAR',
  quarter: 'QUARTER',
  month: 'MONTH',
};
const COMBINATIONS: readonly (readonly CallDivision[])[] = [
  [],
  ['group'],
  ['financialYear'],
  ['quarter'],
  ['month'],
  ['financialYear', 'quarter', 'group'],
  ['group', 'month'],
];
const FIGURES = `offered answered abandoned answerRate waitsMeasured averageWaitSeconds longestWaitSeconds
  answeredWithin20Seconds`;
const QUESTION = `{ ${COMBINATIONS.map(
  (by, place) => `a${place}: calls(by: [${by.map((name) => DIMENSIONS[name]).join(', ')}]) {
    rows { ${by.join(' ')} ${FIGURES} }
  }`,
).join('\n')} }`;

type Rows = Record<string, unknown>[];
type Answers = Record<string, { rows: Rows }>;

/** A rate as two programs work it out may differ in its last digit. */
const asText = (rows: Rows): string[] =>
  rows
    .map((row) => ({ ...row, answerRate: Number(row.answerRate).toFixed(12) }))
    .map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort();

async function madeUp(request: { seed: number; rows: number; dirt: number }): Promise<string> {
  let text = '';
  for await (const block of generateCalls({ ...request, dirt: callDirtOf(request.dirt) })) text += block;
  return text;
}

describe.each([
  { seed: 21, rows: 400, dirt: 0 },
  { seed: 23, rows: 1_500, dirt: 20 },
])('made-up calls: seed $seed, $rows rows, dirt $dirt', (request) => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
  });
  afterAll(() => product.stop());

  it('are accounted for after an earlier export, and give every figure that counting both anew gives', async () => {
    const [earlierText, text] = [await madeUp({ ...request, rows: request.rows / 4 }), await madeUp(request)];
    const earlier = recountCalls(earlierText, TODAY);
    const { counts, calls } = recountCalls(text, TODAY, earlier.held);
    // A call is made up by the number of rows too: the later export says nearly all of the earlier one otherwise.
    expect(counts.updated).toBeGreaterThan(50);
    expect(await product.loadText('calls', earlierText)).toEqual(earlier.counts);
    expect(await product.loadText('calls', text)).toEqual(counts);
    const { data, errors } = await product.ask<Answers>('analyst', QUESTION);
    expect(errors).toBeUndefined();
    COMBINATIONS.forEach((by, place) => {
      expect(asText(data[`a${place}`]?.rows ?? [])).toEqual(asText(callFiguresBy(calls, by) as Rows));
    });
  });

  it('are copies when they come again, and no figure changes', async () => {
    const text = await madeUp(request);
    const { held } = recountCalls(text, TODAY);
    const { counts } = recountCalls(text, TODAY, held);
    const before = await product.ask('analyst', QUESTION);
    expect(counts).toMatchObject({ loaded: 0, updated: 0 });
    expect(await product.loadText('calls', text)).toEqual(counts);
    expect(await product.ask('analyst', QUESTION)).toEqual(before);
  });
});

describe("the demonstration's calls", () => {
  let product: TestProduct;
  beforeAll(async () => {
    product = await startTestProduct();
    expect(await product.load('calls', EXTRACT)).toEqual({
      ...{ read: 665, loaded: 665, updated: 0, copies: 0, leftOut: 0, quarantined: 0 },
    });
  });
  afterAll(() => product.stop());

  it('come to these figures', async () => {
    const { data } = await product.ask<{ calls: object }>(
      'analyst',
      `{ calls(by: [GROUP, QUARTER], where: { financialYears: ["2021-22"] }) { newestCallOn rows { group quarter ${FIGURES} } } }`,
    );
    expect(data.calls).toMatchInlineSnapshot(`
{
  "newestCallOn": "2021-09-30",
  "rows": [
    {
      "abandoned": 24,
      "answerRate": 0.896551724137931,
      "answered": 208,
      "answeredWithin20Seconds": 14,
      "averageWaitSeconds": 123,
      "group": "Complaints",
      "longestWaitSeconds": 240,
      "offered": 232,
      "quarter": "Q1",
      "waitsMeasured": 208,
    },
    {
      "abandoned": 15,
      "answerRate": 0.9333333333333333,
      "answered": 210,
      "answeredWithin20Seconds": 15,
      "averageWaitSeconds": 120,
      "group": "Complaints",
      "longestWaitSeconds": 240,
      "offered": 225,
      "quarter": "Q2",
      "waitsMeasured": 210,
    },
    {
      "abandoned": 12,
      "answerRate": 0.8909090909090909,
      "answered": 98,
      "answeredWithin20Seconds": 15,
      "averageWaitSeconds": 117,
      "group": "Complaints - ASC",
      "longestWaitSeconds": 236,
      "offered": 110,
      "quarter": "Q1",
      "waitsMeasured": 98,
    },
    {
      "abandoned": 6,
      "answerRate": 0.9387755102040817,
      "answered": 92,
      "answeredWithin20Seconds": 4,
      "averageWaitSeconds": 121,
      "group": "Complaints - ASC",
      "longestWaitSeconds": 237,
      "offered": 98,
      "quarter": "Q2",
      "waitsMeasured": 92,
    },
  ],
}
`);
  });

  it('are null of years before the export, and say that it ends within its year', async () => {
    const { data } = await product.ask<Record<string, { partial: boolean; rows: object[] }>>(
      'analyst',
      `{ before: calls(by: [], where: { financialYears: ["2015-16"] }) { partial rows { offered answered } }
         year: calls(by: [], where: { financialYears: ["2021-22"] }) { partial sources { source from to } rows { offered } } }`,
    );
    expect(data).toEqual({
      before: { partial: false, rows: [{ offered: null, answered: null }] },
      year: {
        partial: true,
        sources: [{ source: 'calls', from: expect.stringMatching(/^20/), to: '2021-09-30' }],
        rows: [{ offered: 665 }],
      },
    });
  });

  it('are what `calls` beside the other measures says, for any period and division by time', async () => {
    const divisions = ['', 'FINANCIAL_YEAR', 'QUARTER', 'MONTH', 'MONTH, QUARTER', 'FINANCIAL_YEAR, QUARTER'];
    const wheres = [
      '{}',
      '{ financialYears: ["2021-22"] }',
      '{ financialYears: ["2021-22", "2019-20"], quarters: [Q2, Q3] }',
      '{ quarters: [Q1] }',
      '{ from: "2021-06-12", to: "2021-08-03" }',
      '{ to: "2021-04-01" }',
      '{ from: "2021-10-01" }',
      '{ from: "2021-09-30", to: "2022-03-31" }',
      '{ periods: [LAST_YEAR] }',
      '{ periods: [THIS_YEAR, LAST_QUARTER] }',
    ];
    const asked = wheres.flatMap((where) => divisions.map((by) => ({ by, where })));
    const rows = 'financialYear quarter month';
    const fields = asked.map(
      ({ by, where }, place) => `
        c${place}: calls(by: [${by}], where: ${where}) { partial sources { source from to loadedAt } rows { ${rows} calls: offered } }
        m${place}: measures(by: [${by}], where: ${where}) { partial: callsPartial sources { source from to loadedAt } rows { ${rows} calls } }`,
    );
    const told = async () => {
      const answers: Record<string, { rows: { calls: number | null }[] }> = {};
      for (let place = 0; place < fields.length; place += 4) {
        const { data, errors } = await product.ask<typeof answers>(
          'analyst',
          `{ ${fields.slice(place, place + 4).join('')} }`,
        );
        expect(errors).toBeUndefined();
        Object.assign(answers, data);
      }
      return asked.map((question, place) => {
        const [calls, measures] = [answers[`c${place}`], answers[`m${place}`]];
        expect({ question, ...measures }).toEqual({ question, ...calls });
        return calls?.rows.map(({ calls: offered }) => offered);
      });
    };
    const answers = await told();
    expect(answers[0]).toEqual([665]);
    expect(answers.filter((rows) => rows?.[0] === null).length).toBeGreaterThan(2);
    expect(new Set(answers.map((rows) => JSON.stringify(rows))).size).toBeGreaterThan(10);
  });

  it('change where a later export says so, and nowhere else', async () => {
    const header = 'CallID,Queue,CLI,OfferedAt,AnsweredAt,EndedAt,Agent,Result\r\n';
    const changed =
      '702638,Complaints - ASC,01614960171,2021-04-01 13:26:59,,2021-04-01 13:29:30,,Abandoned\r\n';
    expect(await product.loadText('calls', header + changed)).toMatchObject({
      read: 1,
      loaded: 1,
      updated: 1,
    });
    const { data } = await product.ask<{ calls: object }>(
      'analyst',
      `{ calls(by: []) { rows { ${FIGURES} } } }`,
    );
    expect(data.calls).toMatchObject({ rows: [{ offered: 665, answered: 607, abandoned: 58 }] });
  });

  it('are refused in the words that measures are refused in', async () => {
    const wheres = [
      '{ from: "2021-02-30" }',
      '{ from: "2021-04-02", to: "2021-04-01" }',
      '{ financialYears: ["2021-23"] }',
    ];
    for (const where of wheres) {
      const { errors = [] } = await product.ask(
        'analyst',
        `{ calls(by: [], where: ${where}) { asAt } measures(by: [], where: ${where}) { asAt } }`,
      );
      expect(errors).toHaveLength(2);
      expect(errors[0]?.message).toBe(errors[1]?.message);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
    }
  });

  it.each([
    [null, 'UNAUTHENTICATED'],
    ['partner', 'FORBIDDEN'],
    ['auditor', 'FORBIDDEN'],
  ])('are not told to everybody: %s', async (role, code) => {
    const { data, errors } = await product.ask<{ calls?: object } | null>(role, '{ calls(by: []) { asAt } }');
    expect(data?.calls ?? null).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code } }]);
  });

  it('give no number and no name away, in the answer or in what the schema offers', async () => {
    const { errors } = await product.ask('officer', '{ calls(by: []) { rows { callerNumber agent } } }');
    expect(errors?.[0]?.message).toContain('Cannot query field');
  });
});
