import { howMany } from '../../platform/testing/how-many';
import { type CaseworkProduct, startCasework } from '../graph/journeys/casework-product';
import { eveningFaults } from './month/evening';
import { keptFigures, ombudsmanFigures, promiseFigures, toldFigures } from './month/figures';
import { Office } from './month/office';
import { DAYS, FIRST_DAY, PlayedMonth } from './month/played-month';

/** How many come in on a day besides those that have a course of their own: `npm run check:month` asks for more. */
const A_DAY = howMany(2);

describe('a month of a team’s work', () => {
  let product: CaseworkProduct;
  let office: Office;
  let month: PlayedMonth;
  beforeAll(async () => {
    product = await startCasework(FIRST_DAY);
    office = new Office(product);
    month = new PlayedMonth(office, A_DAY);
  }, 300_000);
  afterAll(() => product?.stop());

  it.each(DAYS)(
    'on %s has every row on the lists of whose it is, and figures as the ledger has them',
    async (day) => {
      await month.play(day);
      expect(await eveningFaults(office)).toEqual([]);
      expect(await toldFigures(product, FIRST_DAY)).toEqual(keptFigures(office.ledger, day));
    },
    300_000,
  );

  it('brings all that was begun to its end, an ombudsman’s remedy with it', async () => {
    product.on('2026-07-01');
    await month.courses.goOn('2026-07-01');
    expect(month.courses.left).toBe(0);
    expect(await ombudsmanFigures(product)).toEqual([
      { referredToOmbudsman: 1, ombudsmanDecided: 1, remediesDue: 1, remediesDone: 1, remediesDoneInTime: 1 },
    ]);
    expect(await promiseFigures(product)).toEqual([
      {
        ...{ promisesMade: 2, promisesDue: 2, promisesKeptInTime: 1, promisesKeptLate: 1, promisesLate: 1 },
        ...{ promisesOverdue: 0, inTimeWithPromises: 1, inTimePromiseLate: 1, promiseKeptInTimeRate: 0.5 },
      },
    ]);
  });

  it('takes one request to look at the lists of all streams, and one for each thing that is done', () => {
    const others = [...office.tasks].filter(([, { times, requests }]) => requests !== times);
    expect(others).toEqual([]);
    expect(office.tasks.size).toBeGreaterThan(10);
  });
});
