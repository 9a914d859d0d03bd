import { promiseChanged } from '../../../contracts/events/promise-changed';
import type { TestDatabase } from '../../../platform/testing/database';
import { applyPromises } from '../facts/apply-promises';
import {
  ask,
  clearFacts,
  complaintChanged,
  event,
  insightDatabase,
  project,
  stage,
} from '../testing/fixtures';
import { type LearningFilter, learningFigures } from './learning-figures';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());
beforeEach(() => clearFacts(database));

const [IN_TIME, LATE] = ['2021-09-10', '2021-09-30'];
const answered = (number: number, answeredOn: string, serviceId = 'waste') =>
  complaintChanged({
    id: `corporate-${number}`,
    stages: [
      stage({
        id: `corporate-stage-${number}`,
        receivedOn: '2021-09-01',
        dueOn: '2021-09-15',
        answeredOn,
        serviceId,
      }),
    ],
  });
/** Promises by the day they are due, and what became of them: `k` and `d` stand for the day they were kept or given up. */
const promised = (number: number, promises: readonly [string, string?][], version = 4) =>
  event('promise-changed', version, {
    ...{ id: `corporate-${number}`, authority: 'stockport', stream: 'CORPORATE' },
    promises: promises.map(([dueOn, end]) => ({
      ...{ stage: 1, dueOn },
      keptOn: end?.startsWith('k') ? end.slice(1) : null,
      droppedOn: end?.startsWith('d') ? end.slice(1) : null,
    })),
  });
const figures = (where: LearningFilter = {}, caller?: Parameters<typeof ask>[2]) =>
  ask(database, (context) => learningFigures(context, where), caller);
const row = async (where: LearningFilter = {}) => (await figures(where))?.rows[0];

describe('figures of promises', () => {
  it('count what is due, kept and late, and answers in time whose promise was late', async () => {
    await project(database, [
      ...[answered(1, IN_TIME), answered(2, LATE), answered(3, IN_TIME)],
      promised(1, [['2021-10-01', 'k2021-10-01'], ['2021-10-02', 'k2021-10-03'], ['2021-10-15']]),
      promised(2, [['2021-10-01']]),
      promised(3, [['2021-10-05', 'd2021-10-05'], ['2021-10-06', 'k2021-10-01'], ['2021-12-01']]),
    ]);
    expect(await figures()).toEqual({
      ...{ asAt: '2021-10-15', definition: expect.stringContaining('kept in time') },
      rows: [
        {
          ...{ stream: 'CORPORATE', promisesDue: 5, promisesKept: 3, promisesKeptInTime: 2, promisesLate: 2 },
          ...{ inTimeWithPromises: 2, inTimePromiseLate: 1 },
        },
      ],
    });
  });

  it('hold what was given up after its day for late', async () => {
    await project(database, [answered(1, IN_TIME), promised(1, [['2021-10-05', 'd2021-10-06']])]);
    expect(await row()).toMatchObject({
      promisesDue: 1,
      promisesKept: 0,
      promisesLate: 1,
      inTimePromiseLate: 1,
    });
  });

  it('are narrowed by stream, service and day', async () => {
    await project(database, [
      ...[answered(1, IN_TIME), answered(2, IN_TIME, 'parks')],
      ...[promised(1, [['2021-10-01']]), promised(2, [['2021-10-08']])],
    ]);
    expect(await row({ serviceIds: ['parks'] })).toMatchObject({ promisesDue: 1 });
    expect(await row({ dueFrom: '2021-10-02', dueTo: '2021-10-08' })).toMatchObject({ promisesDue: 1 });
    expect((await figures({ streams: ['ADULTS'] }))?.rows).toEqual([]);
    await expect(figures({ dueFrom: '2021-10-32' })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('follow the newest state of a complaint, whatever comes after it', async () => {
    const newest = promised(1, [['2021-10-01', 'k2021-10-01']], 6);
    await project(database, [answered(1, IN_TIME), newest]);
    await project(database, [promised(1, [['2021-10-01']], 5), newest]);
    expect(await row()).toMatchObject({ promisesDue: 1, promisesKeptInTime: 1, promisesLate: 0 });
    expect(typeof applyPromises).toBe('function');
  });

  it('are told to no partner, and to nobody who is told no small numbers', async () => {
    await project(database, [answered(1, IN_TIME), promised(1, [['2021-10-01']])]);
    expect(await figures({}, { role: 'partner', partner: 'sk' })).toBeNull();
    expect(await figures({}, { role: 'analyst', smallNumbersBelow: 5 })).toBeNull();
  });

  it('come of streams’ own complaints alone', () => {
    const payload = { id: 'corporate-1', authority: 'stockport', stream: 'CORPORATE', promises: [] };
    expect(promiseChanged.isPublishedBy('corporate', payload)).toBe(true);
    expect(promiseChanged.isPublishedBy('adults', payload)).toBe(false);
    expect(promiseChanged.isPublishedBy('corporate', { ...payload, id: 'adults-1' })).toBe(false);
  });
});
