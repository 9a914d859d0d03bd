import { howMany } from '../../platform/testing/how-many';
import { randomFrom } from '../../platform/testing/random-from';
import { type CaseworkProduct, startCasework } from '../graph/journeys/casework-product';
import { OLU } from '../graph/journeys/people';
import { correctedDay, enquiryAndRemedy, promises, schoolsAppeal } from './month/appeals';
import { Courses } from './month/course';
import { eveningFaults } from './month/evening';
import { keptFigures, ombudsmanFigures, promiseFigures, toldFigures } from './month/figures';
import { Office } from './month/office';
import {
  aboutAnOfficer,
  isAwayOn,
  managerOnLeave,
  somebodyLeaves,
  twoOfTheSame,
} from './month/people-come-and-go';
import { acknowledgeDue, answerSome, assignAll, escalateSome, lookAtCounts, takeIn } from './month/routine';
import { childrensPanel, consentComesLate, settledAtOnce } from './month/social-care';
import { weekdays } from './month/working-days';
import { readList } from './month/worklists';

/** The month: 22 working days, until the team hears on the 10th that the 19th is a bank holiday. */
const DAYS = weekdays('2026-06-01', '2026-06-30');
const HOLIDAY = '2026-06-19';
/** How many come in on a day besides those that have a course of their own: `npm run check:month` asks for more. */
const A_DAY = howMany(2);

describe('a month of a team’s work', () => {
  let product: CaseworkProduct;
  let office: Office;
  let courses: Courses;
  const chance = randomFrom(20_260_601);
  beforeAll(async () => {
    product = await startCasework('2026-06-01');
    office = new Office(product);
    courses = new Courses(office);
    courses.start('2026-06-01', childrensPanel(courses));
    courses.start('2026-06-01', schoolsAppeal(courses));
    courses.start('2026-06-01', enquiryAndRemedy(courses));
    courses.start('2026-06-01', promises(courses));
    courses.start('2026-06-02', consentComesLate(courses));
    courses.start('2026-06-03', settledAtOnce(courses));
    courses.start('2026-06-08', correctedDay(courses));
    courses.start('2026-06-08', aboutAnOfficer(courses));
    courses.start('2026-06-09', twoOfTheSame(courses));
    courses.start('2026-06-15', managerOnLeave(courses));
    courses.start('2026-06-24', somebodyLeaves(courses));
  }, 300_000);
  afterAll(() => product?.stop());

  async function holiday(): Promise<void> {
    const { done } = await office.read<{ done: { __typename: string } }>(
      { subject: 'ada', role: 'admin', streams: [], services: [], partner: null },
      `mutation { done: addBankHoliday(day: "${HOLIDAY}", name: "Proclaimed", reason: "A proclamation") { __typename } }`,
    );
    expect(done.__typename).toBe('BankHolidayChange');
    office.ledger.calendar.close(HOLIDAY);
    await product.follow();
    // The limits that moved are entries of their timelines: whoever goes on has to have seen them.
    await readList(office, OLU, 'ALL_OPEN');
  }

  async function play(day: string): Promise<void> {
    product.on(day);
    if (day === '2026-06-10') await holiday();
    await lookAtCounts(office);
    await courses.goOn(day);
    if (day < '2026-06-26') await takeIn(office, chance, A_DAY);
    await acknowledgeDue(office, chance, courses.isOwn);
    await assignAll(office, (subject) => isAwayOn(day, subject));
    await answerSome(office, chance, courses.isOwn);
    await escalateSome(office, chance, courses.isOwn);
    await product.follow();
  }

  it.each(DAYS.filter((day) => day !== HOLIDAY))(
    'on %s has every row on the lists of whose it is, and figures as the ledger has them',
    async (day) => {
      await play(day);
      expect(await eveningFaults(office)).toEqual([]);
      const [told, kept] = [await toldFigures(product, DAYS[0] ?? ''), keptFigures(office.ledger, day)];
      expect(told).toEqual(kept);
    },
    300_000,
  );

  it('brings all that was begun to its end, an ombudsman’s remedy with it', async () => {
    product.on('2026-07-01');
    await courses.goOn('2026-07-01');
    expect(courses.left).toBe(0);
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
