import fc from 'fast-check';
import { promiseChanged } from '../../../../contracts/events/promise-changed';
import { keysOf } from '../../../../platform/tables/keys-of';
import type { TestDatabase } from '../../../../platform/testing/database';
import { howMany } from '../../../../platform/testing/how-many';
import { counted, countedTotal } from '../../lists/counted';
import {
  ask,
  clearFacts,
  complaintChanged,
  event,
  insightDatabase,
  project,
  serviceNamed,
  sourceReached,
  stage,
  streamDescribed,
  TODAY,
} from '../../testing/fixtures';
import { generatedComplaints, SERVICES } from '../../testing/generated';
import { aFilter, anAsAt, someDimensions } from '../../testing/generated-questions';
import { generatedPromises, promisesChanged, promisesCounted } from '../../testing/promises';
import { type CountedThing, passes, valueOfDimension } from '../../testing/recount';
import { askedFor } from '../asked-figures';
import type { MeasureFilter } from '../filter';
import { measures } from '../measures';
import { type Dimension, FIELDS } from '../stage-dimensions';
import { MEASURES, type Measure } from './measure-catalogue';
import { PROMISE_COUNTS } from './promise-counts';
import { PROMISE_MADE } from './promise-facts';

const COUNTS = keysOf(PROMISE_COUNTS);
const RATES = [
  'PROMISE_KEPT_IN_TIME_RATE',
  'PROMISE_KEPT_RATE',
  'IN_TIME_PROMISE_LATE_RATE',
] as const satisfies readonly Measure[];
const PROMISES: readonly Measure[] = [...COUNTS, ...RATES];

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());

type Question = { by?: readonly Dimension[]; where?: MeasureFilter; asAt?: string | null };
const read = async (asked: readonly Measure[], question: Question = {}, caller?: Parameters<typeof ask>[2]) =>
  (
    await ask(
      database,
      (context) => measures(context, { by: [], ...question, asked: askedFor(asked) }),
      caller,
    )
  ).rows;

const workedOnHere = (keeper: string, from: string) =>
  sourceReached({ source: `${keeper}-casework`, keepers: [keeper], from, to: null });
const STAGES = [1, 2, 3, 4].map((number) => ({ number, onlyByEscalation: false }));

describe('measures of promises beside a recount', () => {
  const isPast = (day: string | null) => day === null || day <= TODAY;
  const COMPLAINTS = generatedComplaints({ count: 200, seed: 139 }).filter(({ stages }) =>
    stages.every(({ receivedOn, answeredOn }) => isPast(receivedOn) && isPast(answeredOn)),
  );
  const PROMISED = generatedPromises({ seed: 140, complaints: COMPLAINTS });

  beforeAll(async () => {
    await clearFacts(database);
    await project(database, [
      ...COMPLAINTS.map((complaint) => complaintChanged(complaint)),
      ...PROMISED.map((promised) => promisesChanged(promised)),
      ...SERVICES.map((service) => serviceNamed(service)),
      event('directorate-named', 1, { id: 'place', name: 'Place' }),
      event('directorate-named', 1, { id: 'corporate', name: 'Corporate' }),
      ...['CORPORATE', 'SCHOOLS'].map((stream) => streamDescribed({ stream, stages: STAGES })),
      ...[workedOnHere('corporate', '2018-01-01'), workedOnHere('schools', '2018-01-01')],
    ]);
  });

  const thingsAsAt = (asAt: string | null): readonly CountedThing[] =>
    promisesCounted(PROMISED, { complaints: COMPLAINTS, asAt: asAt ?? TODAY }).filter(
      ({ on }) => on <= (asAt ?? TODAY),
    );
  const keyOf = (by: readonly Dimension[], values: (dimension: Dimension) => unknown) =>
    JSON.stringify(by.map(values));

  /** What a row tells of some things, each count by its measure's name. */
  function expectedOf(own: readonly CountedThing[]) {
    const count = (...names: readonly Measure[]) =>
      own.filter(({ measure }) => names.includes(measure)).length;
    const share = (above: readonly Measure[], below: Measure) =>
      count(below) === 0 ? null : count(...above) / count(below);
    return {
      ...Object.fromEntries(COUNTS.map((name) => [name, count(name)])),
      promiseKeptInTimeRate: share(['PROMISES_KEPT_IN_TIME'], 'PROMISES_DUE'),
      promiseKeptRate: share(['PROMISES_KEPT_IN_TIME', 'PROMISES_KEPT_LATE'], 'PROMISES_DUE'),
      inTimePromiseLateRate: share(['IN_TIME_PROMISE_LATE'], 'IN_TIME_WITH_PROMISES'),
    };
  }

  it('are the same for any dimensions, filter and day, shares too', async () => {
    const seen = new Set<Measure>();
    await fc.assert(
      fc.asyncProperty(someDimensions, aFilter, anAsAt, async (by, where, asAt) => {
        const things = new Map<string, CountedThing[]>();
        for (const thing of thingsAsAt(asAt).filter((one) => passes(one, where))) {
          const key = keyOf(by, (dimension) => valueOfDimension(thing, dimension));
          things.set(key, [...(things.get(key) ?? []), thing]);
        }
        for (const row of await read(PROMISES, { by, where, asAt })) {
          const key = keyOf(by, (dimension) => row[FIELDS[dimension]]);
          const own = things.get(key) ?? [];
          things.delete(key);
          for (const { measure } of own) seen.add(measure);
          // Of days after the one asked for nothing is recorded.
          const counted = COUNTS.map((name) => [name, row[MEASURES[name].figure] ?? 0]);
          expect({ ...row, ...Object.fromEntries(counted) }).toMatchObject(expectedOf(own));
        }
        expect([...things.keys()]).toEqual([]);
      }),
      { numRuns: howMany(40), seed: 5 },
    );
    expect([...seen].sort()).toEqual([...COUNTS].sort());
  });

  it('are lists of the same, each under the stage that it is of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...COUNTS), aFilter, anAsAt, async (measure, where, asAt) => {
        const listed = await ask(database, async (context) => {
          const page = await counted(context, { measure, where, asAt, first: 200 });
          return { ...page, total: await countedTotal(page, context) };
        });
        const expected = thingsAsAt(asAt).filter(
          (thing) => thing.measure === measure && passes(thing, where),
        );
        expect(listed.total ?? 0).toBe(expected.length);
        const first = listed.edges.map(({ node }) => `${node.on} ${node.subject}`);
        const all = new Set(expected.map(({ on, id }) => `${on} ${id}`));
        expect(first.length).toBe(Math.min(200, expected.length));
        expect(first.filter((one) => !all.has(one))).toEqual([]);
      }),
      { numRuns: howMany(30), seed: 6 },
    );
  });
});

describe('measures of promises', () => {
  beforeEach(async () => {
    await clearFacts(database);
    await project(database, [
      ...[streamDescribed({ stream: 'CORPORATE' }), workedOnHere('corporate', '2021-09-01')],
    ]);
  });
  const answered = (number: number, answeredOn: string) =>
    complaintChanged({
      id: `corporate-${number}`,
      stages: [
        stage({
          ...{ id: `corporate-stage-${number}`, receivedOn: '2021-09-01', dueOn: '2021-09-15', answeredOn },
        }),
      ],
    });
  const promised = (number: number, promises: readonly (readonly [string, string?])[], version = 4) =>
    promisesChanged(
      {
        id: `corporate-${number}`,
        promises: promises.map(([dueOn, end]) => ({
          ...{ stage: 1, dueOn },
          keptOn: end?.startsWith('k') ? end.slice(1) : null,
          droppedOn: end?.startsWith('d') ? end.slice(1) : null,
        })),
      },
      version,
    );
  const ONE_OF_EACH = [
    ['2021-10-01', 'k2021-10-01'],
    ['2021-10-02', 'k2021-10-06'],
    ['2021-10-03', 'd2021-10-08'],
    ['2021-10-04'],
    ['2021-10-05', 'd2021-10-05'],
    [TODAY],
    ['2021-12-01'],
  ] as const;

  it('tell kept, late and overdue apart, as at a day', async () => {
    await project(database, [answered(1, '2021-09-10'), promised(1, ONE_OF_EACH), answered(2, '2021-09-30')]);
    await project(database, [promised(2, [['2021-10-14']])]);
    const made = { promisesMade: 8 };
    expect(await read(PROMISES)).toMatchObject([
      {
        ...{ ...made, promisesDue: 6, promisesKeptInTime: 1, promisesKeptLate: 1, promisesOverdue: 2 },
        ...{ promisesLate: 4, inTimeWithPromises: 1, inTimePromiseLate: 1, inTimePromiseLateRate: 1 },
        ...{ promiseKeptInTimeRate: 1 / 6, promiseKeptRate: 2 / 6 },
      },
    ]);
    // Two are late, and nothing is done about either yet.
    expect(await read(PROMISES, { asAt: '2021-10-04' })).toMatchObject([
      { ...made, promisesDue: 4, promisesKeptInTime: 1, promisesKeptLate: 0, promisesOverdue: 2 },
    ]);
    expect(await read(PROMISES, { asAt: '2021-10-02' })).toMatchObject([
      { promisesDue: 2, promisesLate: 0, inTimeWithPromises: 1, inTimePromiseLate: 0 },
    ]);
  });

  it('follow the newest state of a complaint, whatever comes after it', async () => {
    const newest = promised(1, [['2021-10-01', 'k2021-10-01']], 6);
    await project(database, [answered(1, '2021-09-10'), newest]);
    await project(database, [promised(1, [['2021-10-01']], 5), newest]);
    expect(await read(PROMISES)).toMatchObject([{ promisesDue: 1, promisesKeptInTime: 1 }]);
    expect(PROMISE_MADE.record).toBe('complaint_id');
  });

  it('are null of days and streams on which nothing is worked on here, and 0 where nothing was promised', async () => {
    await project(database, [streamDescribed({ stream: 'ADULTS' }), answered(1, '2021-09-10')]);
    await project(database, [
      sourceReached({ source: 'adults', keepers: ['adults'], from: '2019-04-01', to: '2021-09-30' }),
      sourceReached({ source: 'crm', keepers: ['corporate'], from: '2019-04-01', to: '2021-08-31' }),
    ]);
    const nothing = Object.fromEntries(PROMISES.map((name) => [MEASURES[name].figure, null]));
    const none = { ...nothing, ...Object.fromEntries(COUNTS.map((name) => [MEASURES[name].figure, 0])) };
    expect(await read(PROMISES, { where: { streams: ['ADULTS'] } })).toMatchObject([nothing]);
    expect(await read(PROMISES, { where: { streams: ['CORPORATE'] } })).toMatchObject([none]);
    expect(
      await read(PROMISES, { where: { streams: ['CORPORATE'], financialYears: ['2020-21'] } }),
    ).toMatchObject([nothing]);
    const where = { streams: ['CORPORATE'] };
    expect(await read(PROMISES, { where, asAt: '2021-08-31' })).toMatchObject([nothing]);
    // The newest day of all records is one on which some streams' were worked on here already.
    expect(await read(PROMISES, { by: ['STREAM'] })).toMatchObject([{ stream: 'CORPORATE', ...none }]);
  });

  it('are nothing to a partner, and told to nobody who is told no small numbers', async () => {
    await project(database, [answered(1, '2021-09-10'), promised(1, ONE_OF_EACH)]);
    const nothing = Object.fromEntries(PROMISES.map((name) => [MEASURES[name].figure, null]));
    expect(await read(PROMISES, {}, { role: 'partner', partner: 'sk' })).toMatchObject([nothing]);
    const list = await ask(database, (context) => counted(context, { measure: 'PROMISES_DUE' }), {
      ...{ role: 'partner', partner: 'sk' },
    });
    expect(list.edges).toEqual([]);
    const [told] = await read([...PROMISES, 'ANSWERED'], {}, { role: 'analyst', smallNumbersBelow: 2 });
    expect(told).toMatchObject(nothing);
    const shown = await read(['ANSWERED', ...PROMISES], {}, { role: 'analyst', smallNumbersBelow: 1 });
    expect(shown).toMatchObject([{ answered: 1, ...nothing, suppressed: expect.arrayContaining(COUNTS) }]);
  });

  it('come of streams’ own complaints alone', () => {
    const payload = { id: 'corporate-1', authority: 'stockport', stream: 'CORPORATE', promises: [] };
    expect(promiseChanged.isPublishedBy('corporate', payload)).toBe(true);
    expect(promiseChanged.isPublishedBy('adults', payload)).toBe(false);
    expect(promiseChanged.isPublishedBy('corporate', { ...payload, id: 'adults-1' })).toBe(false);
  });
});
