import fc from 'fast-check';
import { addDays, type Day, toDay } from '../calendar/day';
import { type EndedComplaint, type RetentionRule, reviewDay } from './review-day';

const SIX: RetentionRule = { inForceFrom: toDay('2018-05-25'), source: 'six', years: 6 };
const CHILD: RetentionRule = { ...SIX, child: { untilAge: 25, lookedAfterUntilAge: 75 } };
const ended = (more: Partial<EndedComplaint> = {}): EndedComplaint => ({
  receivedOn: toDay('2020-01-10'),
  closedOn: toDay('2020-02-29'),
  lastDay: toDay('2020-02-29'),
  child: null,
  ...more,
});
const child = (ageBand: string | null, lookedAfter: boolean | null) =>
  reviewDay([CHILD], ended({ child: { ageBand, lookedAfter } }));

describe('when people are due for review', () => {
  it('is so many years after the complaint was closed', () => {
    expect(reviewDay([SIX], ended())).toEqual({ reviewOn: '2026-03-01', source: 'six', gaps: [] });
  });

  it('is told from the newest day there is where no closing was recorded, and that is said', () => {
    expect(reviewDay([SIX], ended({ closedOn: null, lastDay: toDay('2021-05-04') }))).toEqual({
      ...{ reviewOn: '2027-05-04', source: 'six', gaps: ['CLOSING_NOT_RECORDED'] },
    });
  });

  it('goes by the rule in force when it was closed, and by the oldest one before any was', () => {
    const ten: RetentionRule = { inForceFrom: toDay('2022-01-01'), source: 'ten', years: 10 };
    const on = (day: string) => reviewDay([ten, SIX], ended({ closedOn: toDay(day) })).source;
    expect([on('2010-01-01'), on('2021-12-31'), on('2022-01-01')]).toEqual(['six', 'six', 'ten']);
    expect(() => reviewDay([], ended())).toThrow('for how long');
  });

  it.each<[string, string | null, boolean | null, string, string[]]>([
    ['until the 25th birthday of the youngest of the band', '10-15', false, '2035-01-10', []],
    ['for 75 years of age of a child that is looked after', '10-15', true, '2085-01-10', []],
    ['no shorter than any other', '24', false, '2026-03-01', []],
    ['from birth where no age was recorded, and says so', null, false, '2045-01-10', ['AGE_NOT_RECORDED']],
    ['the same for words that are no age', 'teenager', false, '2045-01-10', ['AGE_NOT_RECORDED']],
    [
      'for a person to find out whether it was looked after',
      '16+',
      null,
      '2029-01-10',
      ['CARE_NOT_RECORDED'],
    ],
  ])("keeps a child's %s", (_, band, care, reviewOn, gaps) => {
    expect(child(band, care)).toEqual({ reviewOn, source: 'six', gaps });
  });

  it('never comes before the period is over, whatever is recorded', () => {
    const day = fc
      .integer({ min: 0, max: 20_000 })
      .map((number): Day => addDays(toDay('1990-01-01'), number));
    const about = fc.record({
      ageBand: fc.option(fc.constantFrom('0-4', '5-9', '10-15', '16+', '?')),
      lookedAfter: fc.option(fc.boolean()),
    });
    fc.assert(
      fc.property(day, fc.nat(4_000), fc.option(about), (receivedOn, took, of) => {
        const closedOn = addDays(receivedOn, took);
        const { reviewOn } = reviewDay([CHILD], { receivedOn, closedOn, lastDay: closedOn, child: of });
        expect(reviewOn >= addDays(closedOn, 6 * 365)).toBe(true);
        expect(
          reviewOn >= reviewDay([SIX], { receivedOn, closedOn, lastDay: closedOn, child: null }).reviewOn,
        ).toBe(true);
      }),
    );
  });
});
