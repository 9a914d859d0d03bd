import fc from 'fast-check';
import { Parameters } from '../../../counting/days-sql';
import { bankHolidays } from '../../../domain/calendar/bank-holidays';
import { addDays, type Day, toDay, weekday } from '../../../domain/calendar/day';
import type { TestDatabase } from '../../../platform/testing/database';
import type { Context } from '../context';
import { counted, countedTotal } from '../lists/counted';
import { figures } from '../scorecard/figures';
import {
  ask,
  complaintChanged,
  event,
  insightDatabase,
  project,
  serviceNamed,
  stage,
  streamDescribed,
  TODAY,
} from '../testing/fixtures';
import { generatedComplaints, SERVICES } from '../testing/generated';
import { aFilter, anAsAt, someDimensions } from '../testing/generated-questions';
import {
  type CountedThing,
  knownOn,
  passesDay,
  passesParts,
  timeOf,
  valueOfDimension,
  waitingOn,
} from '../testing/recount';
import { isOfAgeSql } from './ages-sql';
import { askedFor } from './asked-figures';
import { AGE_BAND_NAMES, AGE_BANDS, type AgeBand } from './catalogue/age-bands';
import type { Measure } from './catalogue/measure-catalogue';
import type { MeasureFilter } from './filter';
import { measures } from './measures';
import { type Dimension, FIELDS } from './stage-dimensions';
import { readCalendars } from './stream-calendars';

const COMPLAINTS = generatedComplaints({ count: 250, seed: 20211017 });
const NUMBERS = [1, 2, 3, 4].map((number) => ({ number, onlyByEscalation: false }));
const HOLIDAYS = bankHolidays.map(({ day }) => day);
/** A stream that works by a calendar of its own: every August is off. */
const AUGUSTS = ['2019', '2020', '2021'].flatMap((year) =>
  Array.from({ length: 31 }, (_, place) => addDays(toDay(`${year}-08-01`), place)),
);
const DAYS_OFF: Readonly<Record<string, ReadonlySet<string>>> = {
  CORPORATE: new Set(HOLIDAYS),
  SCHOOLS: new Set([...HOLIDAYS, ...AUGUSTS]),
};
const YEARS = { firstYear: 2018, lastYear: 2028 };
const TIME: readonly Dimension[] = ['FINANCIAL_YEAR', 'QUARTER', 'MONTH'];

/** How many days were worked up to each day, of each stream, counted one day after the other. */
const WORKED = Object.keys(DAYS_OFF).map((stream) => {
  const upTo = new Map<string, number>();
  let count = 0;
  for (let day = toDay('2018-01-01'); day <= TODAY; day = addDays(day, 1)) {
    if (weekday(day) < 6 && !DAYS_OFF[stream]?.has(day)) count += 1;
    upTo.set(day, count);
  }
  return [stream, upTo] as const;
});

function ageOn(day: Day, { on, stream }: CountedThing): number {
  const [, worked] = WORKED.find(([name]) => name === stream)!;
  return worked.get(day)! - worked.get(on)!;
}

const bandOf = (age: number): AgeBand | undefined =>
  AGE_BAND_NAMES.find((band) => age >= AGE_BANDS[band].from && age <= (AGE_BANDS[band].to ?? age));

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
  await project(database, [
    ...COMPLAINTS.map((complaint) => complaintChanged(complaint)),
    ...SERVICES.map((service) => serviceNamed(service)),
    event('directorate-named', 1, { id: 'place', name: 'Place' }),
    event('directorate-named', 1, { id: 'corporate', name: 'Corporate' }),
    ...['CORPORATE', 'SCHOOLS'].map((stream) =>
      streamDescribed({
        ...{ stream, stages: NUMBERS },
        calendar: { ...YEARS, daysOff: [...(DAYS_OFF[stream] ?? [])] },
      }),
    ),
  ]);
});
afterAll(() => database.stop());

const read = (
  asked: readonly Measure[],
  question: { by: readonly Dimension[]; where?: MeasureFilter; asAt?: string | null; fill?: boolean },
) => ask(database, (context) => measures(context, { ...question, asked: askedFor(asked) }));

/** The last day of each period that is not after `asAt`, looked for day by day. */
function lastDays(by: readonly Dimension[], where: MeasureFilter, asAt: string): readonly Day[] {
  const last = new Map<string, Day>();
  for (let day = toDay('2019-01-01'); day <= asAt; day = addDays(day, 1)) {
    const time = by
      .filter((dimension) => TIME.includes(dimension))
      .map((dimension) => timeOf(day, dimension));
    if (passesDay(day, where)) last.set(JSON.stringify(time), day);
  }
  return [...last.values()];
}

/** What waits on a day with its age band, by what is known as at another. */
const agedOn = (day: Day, { where, asAt }: { where: MeasureFilter; asAt: string | null }) =>
  waitingOn(
    COMPLAINTS.map((complaint) => knownOn(complaint, asAt ?? TODAY)),
    day,
  )
    .filter((thing) => passesParts(thing, where))
    .map((thing) => ({ thing, band: bandOf(ageOn(day, thing)) }))
    .filter(({ band }) => where.ageBands?.includes(band!) ?? true);

const someBands = fc.option(fc.subarray([...AGE_BAND_NAMES], { minLength: 1 }), { nil: undefined });
const anAgedFilter = fc
  .tuple(aFilter, someBands)
  .map(([where, ageBands]): MeasureFilter => (ageBands ? { ...where, ageBands } : where));

describe('what waits by its age', () => {
  it('is the same as counted day by day, for any dimensions, filter and day', async () => {
    await fc.assert(
      fc.asyncProperty(
        someDimensions.map((by): Dimension[] => [...by.slice(0, 3), 'AGE_BAND']),
        anAgedFilter,
        anAsAt,
        async (by, where, asAt) => {
          const { rows } = await read(['OPEN', 'OVERDUE'], { by, where, asAt });
          const expected = new Map<string, [number, number]>();
          for (const day of lastDays(by, where, asAt ?? TODAY)) {
            for (const { thing, band } of agedOn(day, { where, asAt })) {
              const values = by.map((dimension) => {
                if (dimension === 'AGE_BAND') return band;
                return TIME.includes(dimension) ? timeOf(day, dimension) : valueOfDimension(thing, dimension);
              });
              const [open, overdue] = expected.get(JSON.stringify(values)) ?? [0, 0];
              const isOpen = thing.measure === 'OPEN';
              expected.set(JSON.stringify(values), isOpen ? [open + 1, overdue] : [open, overdue + 1]);
            }
          }
          const found = rows.map((row) => [
            JSON.stringify(by.map((dimension) => row[FIELDS[dimension]])),
            [row.open, row.overdue],
          ]);
          expect(found).toHaveLength(expected.size);
          expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  it('is listed as it is counted, and is its figure in a scorecard', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Measure>('OPEN', 'OVERDUE'),
        fc.record({ where: anAgedFilter, asAt: anAsAt }),
        async (measure, question) => {
          const [last] = lastDays([], question.where, question.asAt ?? TODAY);
          const ids = (last ? agedOn(last, question) : [])
            .filter(({ thing }) => thing.measure === measure)
            .map(({ thing }) => thing.id);
          const page = await ask(database, async (context) => {
            const list = await counted(context, { measure, ...question, first: 200 });
            const [figure] = await figures(context, { measures: [measure], ...question });
            return { ...list, total: await countedTotal(list, context), value: figure?.value };
          });
          expect(page.edges.map(({ node }) => node.subject).sort()).toEqual(ids.sort());
          expect([page.total ?? 0, page.value ?? 0]).toEqual([ids.length, ids.length]);
          most = Math.max(most, ids.length);
        },
      ),
      { numRuns: 40, seed: 6 },
    );
    expect(most).toBeGreaterThan(10);
  });

  it('gives the backlog by age at each month’s end, in order, with gaps filled', async () => {
    const where = { from: '2021-06-01', to: '2021-08-31', streams: ['CORPORATE'] };
    const { rows } = await read(['OPEN'], { by: ['MONTH', 'AGE_BAND'], where, fill: true });
    expect(rows.map(({ month, ageBand }) => [month, ageBand])).toEqual(
      ['2021-06-01', '2021-07-01', '2021-08-01'].flatMap((month) =>
        AGE_BAND_NAMES.map((band) => [month, band]),
      ),
    );
    const { rows: months } = await read(['OPEN'], { by: ['MONTH'], where });
    for (const { month, open } of months) {
      const bands = rows.filter((row) => row.month === month);
      expect(bands.reduce((sum, row) => sum + (row.open ?? 0), 0)).toBe(open);
    }
  });

  it('stands in its place among what happened', async () => {
    const { rows } = await read(['OPEN'], { by: ['MONTH', 'THEME'] });
    const months = rows.map(({ month }) => month);
    expect(months).toEqual([...months].sort());
    expect(rows.filter(({ open }) => !open).length).toBeGreaterThan(0);
  });

  it('has one row without a dimension, with 0 where nothing is so old', async () => {
    const where: MeasureFilter = {
      ...{ to: '2019-03-05', ageBands: ['OVER_65_WORKING_DAYS'] },
      from: '2019-03-01',
    };
    expect((await read(['OPEN', 'OVERDUE'], { by: [], where })).rows).toMatchObject([
      { open: 0, overdue: 0, ageBand: null },
    ]);
  });

  it('is not known where no calendar reaches the day that it came', async () => {
    const old = (id: string, receivedOn: string) =>
      complaintChanged({ id, stages: [stage({ id: `${id}-1`, receivedOn })] });
    const events = [old('adults-1', '2017-12-20'), old('adults-2', '2018-01-03')];
    const calendar = { ...YEARS, daysOff: HOLIDAYS };
    const by: Dimension[] = ['AGE_BAND'];
    await project(database, [...events, streamDescribed({ stream: 'ADULTS', stages: NUMBERS })]);
    const ages = async (to: string) =>
      Object.fromEntries(
        (await read(['OPEN'], { by, where: { streams: ['ADULTS'], to }, asAt: to })).rows.map((row) => [
          String(row.ageBand),
          row.open,
        ]),
      );
    expect(await ages('2018-01-31')).toEqual({ null: 2 });
    await project(database, [streamDescribed({ stream: 'ADULTS', stages: NUMBERS, calendar }, 2)]);
    expect(await ages('2018-01-31')).toEqual({ FROM_11_TO_20_WORKING_DAYS: 1, null: 1 });
    expect(await ages('2018-06-29')).toEqual({ OVER_65_WORKING_DAYS: 2 });
  });
});

describe('ages as SQL', () => {
  it('are of the streams that told their calendar, made once for those that share one', async () => {
    const calendars = await ask(database, ({ transaction }) => readCalendars(transaction));
    expect([...calendars.keys()]).toEqual(['ADULTS', 'CORPORATE', 'SCHOOLS']);
    expect(calendars.get('ADULTS')).toBe(calendars.get('CORPORATE'));
    const parameters = new Parameters();
    const question = { day: toDay('2021-06-01'), calendars, parameters };
    expect(isOfAgeSql(['UP_TO_10_WORKING_DAYS'], question)).toContain('received_on >= first_received');
    expect(parameters.values[3]).toEqual(['2021-05-17', '2021-05-17', '2021-05-17']);
  });

  it('are of nothing where no stream did', () => {
    const parameters = new Parameters();
    isOfAgeSql(['UP_TO_10_WORKING_DAYS'], { day: toDay('2021-06-01'), parameters });
    expect(parameters.values).toEqual([[], [], [], [], []]);
  });
});

describe('the age of what happened', () => {
  it.each<[string, (context: Context) => Promise<unknown>, string]>([
    [
      'divides no figure',
      (context) => measures(context, { by: ['AGE_BAND', 'STREAM'], asked: askedFor(['OPEN', 'RECEIVED']) }),
      '`by` asks how old something open is, and `received` has no age',
    ],
    [
      'narrows no figure',
      (context) =>
        measures(context, {
          ...{ by: [], where: { ageBands: ['OVER_65_WORKING_DAYS'] } },
          asked: askedFor(['IN_TIME_RATE']),
        }),
      '`where.ageBands` asks how old something open is, and `inTimeRate` has no age',
    ],
    [
      'narrows no list',
      (context) => counted(context, { measure: 'ANSWERED', where: { ageBands: ['OVER_65_WORKING_DAYS'] } }),
      '`answered` has no age',
    ],
    [
      'narrows no scorecard',
      (context) => figures(context, { measures: ['CLOSED'], where: { ageBands: ['OVER_65_WORKING_DAYS'] } }),
      '`closed` has no age',
    ],
    [
      'is not asked by an empty list',
      (context) => measures(context, { by: [], where: { ageBands: [] }, asked: askedFor(['OPEN']) }),
      '`where.ageBands` is empty',
    ],
  ])('%s', async (_, question, words) => {
    await expect(ask(database, question)).rejects.toMatchObject({
      message: expect.stringContaining(words),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});
