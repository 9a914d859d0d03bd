import { randomFrom } from '../../../platform/testing/random-from';
import type { CaseworkProduct } from '../../graph/journeys/casework-product';
import { OLU } from '../../graph/journeys/people';
import { correctedDay, enquiryAndRemedy, promises, schoolsAppeal } from './appeals';
import { Courses } from './course';
import type { Office } from './office';
import { aboutAnOfficer, isAwayOn, managerOnLeave, somebodyLeaves, twoOfTheSame } from './people-come-and-go';
import { acknowledgeDue, answerSome, assignAll, escalateSome, lookAtCounts, takeIn } from './routine';
import { childrensPanel, consentComesLate, settledAtOnce } from './social-care';
import { weekdays } from './working-days';
import { readList } from './worklists';

export const FIRST_DAY = '2026-06-01';
const HOLIDAY = '2026-06-19';
/** The working days of the month: the team hears on the 10th that the 19th is a bank holiday. */
export const DAYS = weekdays(FIRST_DAY, '2026-06-30').filter((day) => day !== HOLIDAY);

/** A month of a team's work, played day by day: the same whoever sends what is done, and by whichever door. */
export class PlayedMonth {
  readonly courses: Courses;
  private readonly chance = randomFrom(20_260_601);

  /** `aDay` come in on a day besides those that have a course of their own. */
  constructor(
    readonly office: Office,
    private readonly aDay: number,
  ) {
    const courses = new Courses(office);
    this.courses = courses;
    courses.start(FIRST_DAY, childrensPanel(courses));
    courses.start(FIRST_DAY, schoolsAppeal(courses));
    courses.start(FIRST_DAY, enquiryAndRemedy(courses));
    courses.start(FIRST_DAY, promises(courses));
    courses.start('2026-06-02', consentComesLate(courses));
    courses.start('2026-06-03', settledAtOnce(courses));
    courses.start('2026-06-08', correctedDay(courses));
    courses.start('2026-06-08', aboutAnOfficer(courses));
    courses.start('2026-06-09', twoOfTheSame(courses));
    courses.start('2026-06-15', managerOnLeave(courses));
    courses.start('2026-06-24', somebodyLeaves(courses));
  }

  private get product(): CaseworkProduct {
    return this.office.product;
  }

  async play(day: string): Promise<void> {
    const { office, chance, courses } = this;
    this.product.on(day);
    if (day === '2026-06-10') await this.hearOfHoliday();
    await lookAtCounts(office);
    await courses.goOn(day);
    if (day < '2026-06-26') await takeIn(office, chance, this.aDay);
    await acknowledgeDue(office, chance, courses.isOwn);
    await assignAll(office, (subject) => isAwayOn(day, subject));
    await answerSome(office, chance, courses.isOwn);
    await escalateSome(office, chance, courses.isOwn);
    await this.product.follow();
  }

  private async hearOfHoliday(): Promise<void> {
    const { office } = this;
    const { done } = await office.read<{ done: { __typename: string } }>(
      { subject: 'ada', role: 'admin', streams: [], services: [], partner: null },
      `mutation { done: addBankHoliday(day: "${HOLIDAY}", name: "Proclaimed", reason: "A proclamation") { __typename } }`,
    );
    expect(done.__typename).toBe('BankHolidayChange');
    office.ledger.calendar.close(HOLIDAY);
    await this.product.follow();
    // The limits that moved are entries of their timelines: whoever goes on has to have seen them.
    await readList(office, OLU, 'ALL_OPEN');
  }
}
