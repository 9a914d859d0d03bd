import fc from 'fast-check';
import { addDays, toDay } from '../../../domain/calendar/day';
import type { TestDatabase } from '../../../platform/testing/database';
import { howMany } from '../../../platform/testing/how-many';
import { inTransaction } from '../../../platform/transaction/transaction';
import { ROLLUPS, type Rollup } from '../rollups/rollup-tables';
import {
  ask,
  complaintChanged,
  event,
  insightDatabase,
  ombudsmanCaseChanged,
  ombudsmenDescribed,
  project,
  serviceNamed,
  sourceReached,
  stage,
  streamDescribed,
} from '../testing/fixtures';
import { generatedCases, generatedComplaints, SERVICES } from '../testing/generated';
import { aFilter, anAsAt, someDimensions } from '../testing/generated-questions';
import { withDays } from '../testing/with-days';
import { askedFor } from './asked-figures';
import { MEASURE_NAMES } from './catalogue/measure-catalogue';
import { type Checked, checkQuestion, questionOf, recordedFrom } from './check-question';
import { countAsked } from './count-asked';
import type { MeasureFilter } from './filter';
import { answerDaysFor, type ChangesPlan, changesFor, flowsFor, type MonthsPlan } from './rollup-plan';
import { type Dimension, FIELDS } from './stage-dimensions';
import { stateDays } from './state-days';

const COMPLAINTS = withDays(generatedComplaints({ count: 300, seed: 51 }));
/** Due on the last day of May and open ever since; and closed in June without an answer. */
const OF_JUNE = [
  { ...{ receivedOn: '2020-05-12', dueOn: '2020-05-31' }, closedOn: null },
  { ...{ receivedOn: '2020-05-13', dueOn: '2020-05-20' }, closedOn: '2020-06-10' },
].map(({ closedOn, ...days }, place) =>
  complaintChanged({
    ...{ id: `corporate-of-june-${place}`, closedOn },
    stages: [
      stage({
        ...{ id: `corporate-of-june-stage-${place}`, ...days, closedOn },
        ...{ ended: closedOn !== null, serviceId: 'highways' },
      }),
    ],
  }),
);
const CASES = generatedCases({ count: 60, seed: 52, complaints: COMPLAINTS });
const STAGES = [1, 2, 3, 4].map((number) => ({ number, onlyByEscalation: false }));
const EVERYTHING = askedFor(MEASURE_NAMES);

const TIME: readonly Dimension[] = ['FINANCIAL_YEAR', 'QUARTER', 'MONTH'];
const SIDE_PARTS = ['services', 'directorates', 'themes', 'channels', 'outcomes', 'routes'] as const;
interface Side {
  readonly dimensions: readonly Dimension[];
  readonly parts: readonly (typeof SIDE_PARTS)[number][];
}

/** What one rollup or another can tell. */
const SIDES: readonly Side[] = [
  { dimensions: [], parts: [] },
  { dimensions: ['SERVICE', 'DIRECTORATE'], parts: ['services', 'directorates'] },
  { dimensions: ['THEME'], parts: ['themes'] },
  { dimensions: ['CHANNEL'], parts: ['channels'] },
  { dimensions: ['ROUTE', 'OUTCOME', 'CLOSURE_REASON'], parts: ['outcomes', 'routes'] },
];
const PERIODS = [
  [null, null],
  ['2019-04-01', '2021-03-31'],
  ['2020-02-01', null],
  [null, '2020-02-29'],
  ['2020-02-02', null],
] as const;

/** A question of one side of stages, mostly of whole months and as things are now. */
const aSidedQuestion = fc.constantFrom(...SIDES).chain(({ dimensions, parts }) =>
  fc.record({
    by: fc.shuffledSubarray([...dimensions, ...TIME, 'STREAM' as const, 'STAGE' as const], { maxLength: 4 }),
    where: fc.tuple(aFilter, fc.constantFrom(...PERIODS)).map(([where, [from, to]]): MeasureFilter => {
      const others = SIDE_PARTS.filter((part) => !parts.includes(part)).map((part) => [part, null]);
      return { ...where, ...Object.fromEntries(others), from, to };
    }),
    asAt: fc.oneof(fc.constant(null), anAsAt),
  }),
);
const aQuestion = fc.oneof(
  { weight: 4, arbitrary: aSidedQuestion },
  { weight: 1, arbitrary: fc.record({ by: someDimensions, where: aFilter, asAt: anAsAt }) },
);
type Asking = {
  readonly by: readonly Dimension[];
  readonly where: MeasureFilter;
  readonly asAt: string | null;
};

interface Plans {
  readonly flows: MonthsPlan | null;
  readonly days: MonthsPlan | null;
  readonly states: ChangesPlan | null;
}

/** What was read to answer a question; each of the three is counted from facts where no rollup can tell. */
function namesIn({ flows, days, states }: Plans): readonly string[] {
  const byDay = states && states.divided.length > 0 ? states.days : null;
  const months = [flows, days].flatMap((plan) => plan ?? []);
  const read = [...months.map(({ rollup }) => rollup), states?.months ?? null, byDay];
  const isDivided = months.some(({ divided }) => divided.length > 0);
  const isOfFacts = [flows, days, states].includes(null);
  return [
    ...read.flatMap((rollup) => rollup?.name ?? []),
    ...(isDivided ? ['a month of facts'] : []),
    ...(isOfFacts ? ['facts'] : []),
  ];
}

describe('figures from rollups and from facts', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await insightDatabase();
    await project(database, [
      ...COMPLAINTS.map((complaint) => complaintChanged(complaint)),
      ...OF_JUNE,
      ...CASES.map((state) => ombudsmanCaseChanged(state)),
      ombudsmenDescribed(),
      ...SERVICES.map((service) => serviceNamed(service)),
      event('directorate-named', 1, { id: 'place', name: 'Place' }),
      event('directorate-named', 1, { id: 'corporate', name: 'Corporate' }),
      ...['CORPORATE', 'SCHOOLS'].map((stream) => streamDescribed({ stream, stages: STAGES })),
      // One source's records end before another's: figures stand as at a day after which there is more.
      sourceReached({ source: 'schools-system', keepers: ['SCHOOLS'], from: '2019-03-01', to: '2021-02-17' }),
    ]);
  });
  afterAll(() => database?.stop());

  const counted = async ({ by, where, asAt }: Asking, rollups: (checked: Checked) => readonly Rollup[]) =>
    ask(database, async (context) => {
      const checked = await checkQuestion(context, { where, asAt });
      const answering = { ...checked, rollups: rollups(checked) };
      const rows = await countAsked(context.transaction, { by, asked: EVERYTHING, checked: answering });
      const question = questionOf(by, answering);
      const days = stateDays(question, recordedFrom(checked.recording)).map(({ day }) => day);
      const plans = {
        flows: flowsFor(question),
        days: answerDaysFor(question),
        states: changesFor(question, days),
      };
      const keyOf = (row: object) =>
        JSON.stringify(by.map((dimension) => Reflect.get(row, FIELDS[dimension])));
      return {
        rows: new Map(rows.map((row) => [keyOf(row), { ...row, days: [...row.days].sort() }])),
        plans,
      };
    });

  it('are the same for every question that both can answer', async () => {
    const read: string[] = [];
    await fc.assert(
      fc.asyncProperty(aQuestion, async (question) => {
        const byRollups = await counted(question, () => ROLLUPS);
        const byFacts = await counted(question, () => []);
        expect(byFacts.plans).toEqual({ flows: null, days: null, states: null });
        expect(byRollups.rows).toEqual(byFacts.rows);
        read.push(...namesIn(byRollups.plans));
      }),
      { numRuns: howMany(150), seed: 17 },
    );
    const times = Object.fromEntries(
      [...new Set(read)].map((name) => [name, read.filter((one) => one === name).length]),
    );
    expect(Object.keys(times).sort()).toEqual(
      [...ROLLUPS.map(({ name }) => name), 'a month of facts', 'facts'].sort(),
    );
    expect(Math.min(...Object.values(times))).toBeGreaterThan(5);
  });

  it('are the same as at any day, whatever was known of an end then', async () => {
    for (let day = toDay('2019-02-10'); day < '2021-10-15'; day = addDays(day, 37)) {
      const question: Asking = { by: ['STREAM', 'STAGE'], where: { from: '2019-01-01' }, asAt: day };
      const byRollups = await counted(question, () => ROLLUPS);
      expect(byRollups.plans.flows).not.toBeNull();
      expect(byRollups.rows).toEqual((await counted(question, () => [])).rows);
    }
  });

  it('are the same by service on the days of any month, told from rollups and that month’s facts', async () => {
    const begins = ['2019-06-01', '2019-12-01', '2020-03-01', '2020-06-01', '2021-01-01'].map(toDay);
    for (const day of begins.flatMap((first) =>
      [0, 1, 2, 9, 16, 23, 27].map((days) => addDays(first, days)),
    )) {
      const question: Asking = { by: ['SERVICE'], where: { to: day }, asAt: null };
      const byRollups = await counted(question, () => ROLLUPS);
      expect(byRollups.plans.states).toMatchObject({ days: null, divided: [`${day.slice(0, 7)}-01`] });
      expect(byRollups.rows).toEqual((await counted(question, () => [])).rows);
    }
  });

  it('would be seen to differ, were a rollup wrong', async () => {
    const question: Asking = { by: ['STREAM'], where: {}, asAt: null };
    const tampered = (sql: string) =>
      inTransaction(database.of('insight'), { subject: 'projection', role: 'projection' }, ({ query }) =>
        query(sql),
      );
    const byFacts = await counted(question, () => []);
    for (const { table, counts } of ROLLUPS.filter(({ name }) =>
      ['flow_by_month', 'answer_days', 'open_by_month'].includes(name),
    )) {
      await tampered(`update ${table} set ${counts[0]} = ${counts[0]} + 1`);
      expect((await counted(question, () => ROLLUPS)).rows).not.toEqual(byFacts.rows);
      await tampered(`update ${table} set ${counts[0]} = ${counts[0]} - 1`);
    }
    expect((await counted(question, () => ROLLUPS)).rows).toEqual(byFacts.rows);
  });

  it('are read from what was not found to differ, and by a partner from facts alone', async () => {
    const question: Asking = { by: ['STREAM'], where: {}, asAt: null };
    const readable = async (caller: { role: string; partner?: string }) =>
      ask(database, async (context) => (await checkQuestion(context, question)).rollups, caller);
    expect(await readable({ role: 'analyst' })).toEqual(ROLLUPS);
    expect(await readable({ role: 'partner', partner: 'Homes' })).toEqual([]);
    await inTransaction(database.of('insight'), { subject: 'projection', role: 'projection' }, ({ query }) =>
      query(`insert into insight.rollup_drift (rollup, cells, found_at) values ('flow_by_month', 1, now())`),
    );
    expect(await readable({ role: 'manager' })).toEqual(
      ROLLUPS.filter(({ name }) => name !== 'flow_by_month'),
    );
  });
});
