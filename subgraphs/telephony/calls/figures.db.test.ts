import type { KeptCall } from '../../../contracts/records/call';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { type ServedPart, servePart } from '../../../platform/testing/serve-part';
import { subgraph } from '../subgraph';
import { aCall, keep } from '../testing';

let database: TestDatabase;
let part: ServedPart;

const ADULTS: Partial<KeptCall> = { group: 'Complaints - ASC' };
const abandoned = (waitSeconds: number): Partial<KeptCall> => ({
  answered: false,
  waitSeconds,
  talkSeconds: null,
});
const CALLS: readonly Partial<KeptCall>[] = [
  { offeredOn: '2021-03-31', waitSeconds: 20 },
  { offeredOn: '2021-04-01', waitSeconds: 21 },
  { offeredOn: '2021-04-30', ...ADULTS, waitSeconds: 0 },
  { offeredOn: '2021-06-30', ...ADULTS, ...abandoned(400) },
  { offeredOn: '2021-07-01', answered: true, waitSeconds: null },
  { offeredOn: '2022-01-01', group: null, answered: null, waitSeconds: null },
];

beforeAll(async () => {
  database = await testDatabase([subgraph]);
  part = await servePart({
    ...{ subgraph, dataSource: database.of('telephony'), today: '2022-01-31' },
    person: { subject: 'ana', role: 'analyst' },
  });
});
afterAll(async () => {
  await part.stop();
  await database.stop();
});

const ask = (args: string, fields: string, as = 'analyst') =>
  part.ask(`{ calls(${args}) { asAt newestCallOn rows { ${fields} } } }`, { role: as });
const rowsOf = async (args: string, fields: string) => {
  const { data, errors } = await ask(args, fields);
  expect(errors).toBeUndefined();
  return (data as { calls: { rows: object[] } }).calls.rows;
};
const ALL = `offered answered abandoned answerRate waitsMeasured averageWaitSeconds longestWaitSeconds
  answeredWithin20Seconds`;

describe('figures of telephone calls', () => {
  it('are refused to whoever is told no small numbers', async () => {
    const as = { role: 'analyst', smallNumbersBelow: 5 };
    const { errors } = await part.ask('{ calls(by: []) { rows { offered } } }', as);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
  });

  it('are null before any export', async () => {
    expect((await ask('by: []', ALL)).data).toEqual({
      calls: {
        asAt: '2022-01-31',
        newestCallOn: null,
        rows: [
          {
            ...{ offered: null, answered: null, abandoned: null, answerRate: null, waitsMeasured: null },
            ...{ averageWaitSeconds: null, longestWaitSeconds: null, answeredWithin20Seconds: null },
          },
        ],
      },
    });
    expect(await rowsOf('by: [GROUP]', 'group offered')).toEqual([]);
  });

  describe('of some calls', () => {
    beforeAll(() =>
      keep(
        database.of('telephony'),
        CALLS.map((facts, place) => aCall({ ...facts, callId: String(place) })),
      ),
    );

    it('say how many came, how they ended, and how long callers waited', async () => {
      const { data } = await ask('by: []', ALL);
      expect(data).toEqual({
        calls: {
          asAt: '2022-01-31',
          newestCallOn: '2022-01-01',
          rows: [
            {
              ...{ offered: 6, answered: 4, abandoned: 1, answerRate: 4 / 6, waitsMeasured: 3 },
              ...{ averageWaitSeconds: 14, longestWaitSeconds: 400, answeredWithin20Seconds: 2 },
            },
          ],
        },
      });
    });

    it('have a row for each combination that has a call, in the order asked for', async () => {
      expect(
        await rowsOf('by: [GROUP, FINANCIAL_YEAR]', 'group financialYear quarter month offered'),
      ).toEqual([
        { group: 'Complaints', financialYear: '2020-21', quarter: null, month: null, offered: 1 },
        { group: 'Complaints', financialYear: '2021-22', quarter: null, month: null, offered: 2 },
        { group: 'Complaints - ASC', financialYear: '2021-22', quarter: null, month: null, offered: 2 },
        { group: 'Not recorded', financialYear: '2021-22', quarter: null, month: null, offered: 1 },
      ]);
      expect(await rowsOf('by: [QUARTER, GROUP]', 'quarter group offered')).toEqual([
        { quarter: 'Q1', group: 'Complaints', offered: 1 },
        { quarter: 'Q1', group: 'Complaints - ASC', offered: 2 },
        { quarter: 'Q2', group: 'Complaints', offered: 1 },
        { quarter: 'Q4', group: 'Complaints', offered: 1 },
        { quarter: 'Q4', group: 'Not recorded', offered: 1 },
      ]);
      expect(await rowsOf('by: [MONTH]', 'month offered')).toEqual([
        { month: '2021-03-01', offered: 1 },
        { month: '2021-04-01', offered: 2 },
        { month: '2021-06-01', offered: 1 },
        { month: '2021-07-01', offered: 1 },
        { month: '2022-01-01', offered: 1 },
      ]);
    });

    it.each([
      ['financialYears: ["2021-22"]', 5],
      ['financialYears: ["2020-21", "2021-22"]', 6],
      ['financialYears: ["2019-20"]', 0],
      ['quarters: [Q4]', 2],
      ['financialYears: ["2021-22"], quarters: [Q4, Q1]', 4],
      ['from: "2021-04-01", to: "2021-04-30"', 2],
      ['from: "2021-04-02", financialYears: ["2021-22"]', 4],
      ['to: "2021-03-31"', 1],
      // It is 31 January 2022.
      ['periods: [THIS_MONTH]', 1],
      ['periods: [LAST_MONTH]', 0],
      ['periods: [LAST_YEAR]', 1],
      ['periods: [LAST_YEAR, THIS_QUARTER]', 2],
      ['periods: [THIS_YEAR], quarters: [Q1]', 3],
      ['periods: null', 6],
      ['from: null, to: null, quarters: null, financialYears: null', 6],
    ])('keep to the filter: %s', async (where, offered) => {
      expect(await rowsOf(`by: [], where: { ${where} }`, 'offered')).toEqual([{ offered }]);
    });

    it.each(['manager', 'officer', 'admin'])('are the same for the %s', async (who) => {
      expect((await ask('by: []', 'offered', who)).data).toMatchObject({ calls: { rows: [{ offered: 6 }] } });
    });
  });

  it.each([
    ['by: [MONTH, GROUP, MONTH]', '`by` names MONTH twice: name each dimension once.'],
    [
      'by: [], where: { from: "2021-04-31" }',
      '`where.from` is no day of the calendar: write it as YYYY-MM-DD, for example 2021-04-01.',
    ],
    [
      'by: [], where: { to: 3 }',
      '`where.to` is no day of the calendar: write it as YYYY-MM-DD, for example 2021-04-01.',
    ],
    [
      'by: [], where: { from: "2021-04-02", to: "2021-04-01" }',
      '`where.from` is after `where.to`: give the earlier day first.',
    ],
    [
      'by: [], where: { periods: [LAST_QUARTER], from: "2022-01-01" }',
      '`where.periods` (2021-10-01 to 2021-12-31) has no day in common with the other parts of the filter that say when: leave out one or the other.',
    ],
    [
      'by: [], where: { financialYears: ["2021"] }',
      '`where.financialYears` holds "2021", which is no financial year: write it like 2021-22, two years that follow each other.',
    ],
  ])('refuse what cannot be answered, and say how to ask: %s', async (args, message) => {
    const { errors } = await ask(args, 'offered');
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each(['partner', 'auditor', 'import'])('are not shown to the %s, who would read zeros', async (who) => {
    const { data, errors } = await ask('by: []', 'offered', who);
    expect(data).toEqual({ calls: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
