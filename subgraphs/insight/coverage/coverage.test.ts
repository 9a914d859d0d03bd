import fc from 'fast-check';
import type { StreamDescribed } from '../../../contracts/events/stream-described';
import { type DaySet, EVERY_DAY } from '../../../counting/day-set';
import { addDays, type Day, FIRST_DAY, toDay } from '../../../domain/calendar/day';
import {
  type FinancialYear,
  financialYearOf,
  parseFinancialYear,
  periodOf,
  type Quarter,
  quarterOf,
} from '../../../domain/calendar/financial-year';
import { type CoverageLine, isRecorded } from './coverage';

const described = (stream: string, onlyByEscalation: readonly number[] = []): StreamDescribed => ({
  stream,
  stages: [1, 2, 3].map((number) => ({ number, onlyByEscalation: onlyByEscalation.includes(number) })),
  report: { id: stream, title: stream, samePeriodOfYearsBefore: false, rows: [] },
});

const line = (
  measure: string,
  recordedFrom: string,
  recordedTo: string | null = null,
  granularity = 'day',
  stream = 'CORPORATE',
): CoverageLine => ({
  stream,
  measure,
  recordedFrom: toDay(recordedFrom),
  recordedTo: recordedTo === null ? null : toDay(recordedTo),
  granularity,
});

const year = (text: string): FinancialYear => parseFinancialYear(text)!;
const inYear = (text: string): DaySet => ({ ...EVERY_DAY, financialYears: [year(text)] });

const streams = [described('CORPORATE'), described('SCHOOLS', [2, 3])];
const ombudsmen = {
  report: { id: 'ombudsman-upheld', title: 'Ombudsmen', samePeriodOfYearsBefore: false, rows: [] },
};
const STAGE_2 = { streams: ['CORPORATE'], stages: [2] };

describe('what a line of the coverage list speaks of', () => {
  const recording = {
    streams,
    ombudsmen,
    lines: [
      line('escalated_to_stage_2', '2021-04-01'),
      line('direct_to_stage_2', '2021-04-01'),
      line('escalated_to_stage_2', '2021-04-01', null, 'day', 'SCHOOLS'),
    ],
  };
  const before = inYear('2020-21');

  it.each([
    ['escalated', 'CORPORATE', 2, false],
    ['escalated', 'CORPORATE', 1, true],
    ['escalated', 'CORPORATE', 3, true],
    ['direct', 'CORPORATE', 2, false],
    ['received', 'CORPORATE', 2, true],
    ['answered', 'CORPORATE', 2, true],
    ['answeredInTime', 'CORPORATE', 2, true],
    ['closed', 'CORPORATE', 2, true],
    ['received', 'SCHOOLS', 2, false],
    ['escalated', 'SCHOOLS', 2, false],
    ['direct', 'SCHOOLS', 2, true],
    ['received', 'SCHOOLS', 1, true],
  ] as const)('%s of %s at stage %i before it was recorded: %s', (figure, stream, stage, recorded) => {
    expect(isRecorded({ figure, streams: [stream], stages: [stage], days: before }, recording)).toBe(
      recorded,
    );
  });

  it('speaks of the ombudsmen whatever the stage', () => {
    const lines = [line('escalated_to_ombudsman', '2021-04-01')];
    const cover = {
      figure: 'referredToOmbudsman' as const,
      streams: ['CORPORATE'],
      stages: [1],
      days: before,
    };
    expect(isRecorded(cover, { streams, lines, ombudsmen })).toBe(false);
    expect(isRecorded({ ...cover, days: inYear('2021-22') }, { streams, lines, ombudsmen })).toBe(true);
    expect(isRecorded({ ...cover, figure: 'escalated' }, { streams, lines, ombudsmen })).toBe(true);
  });

  it('is not asked while no part keeps the ombudsmen’s cases: then nothing of them was recorded', () => {
    const untold = { streams, lines: [], ombudsmen: null };
    const none = { streams: [], stages: null, days: EVERY_DAY };
    for (const figure of ['referredToOmbudsman', 'upheldByOmbudsman'] as const) {
      expect(isRecorded({ ...STAGE_2, figure, days: EVERY_DAY }, untold)).toBe(false);
      expect(isRecorded({ ...none, figure }, untold)).toBe(false);
      expect(isRecorded({ ...none, figure }, { ...untold, ombudsmen })).toBe(true);
    }
    expect(isRecorded({ ...STAGE_2, figure: 'received', days: EVERY_DAY }, untold)).toBe(true);
  });

  it('speaks of nothing where its name maps to nothing', () => {
    const lines = [line('compliments', '2021-04-01'), line('escalated_to_stage_22', '2021-04-01')];
    expect(isRecorded({ figure: 'escalated', ...STAGE_2, days: before }, { streams, lines, ombudsmen })).toBe(
      true,
    );
  });
});

describe('isRecorded', () => {
  const lines = [line('escalated_to_stage_2', '2021-04-01', '2022-03-31')];
  const recorded = (days: DaySet, cover: Partial<Parameters<typeof isRecorded>[0]> = {}) =>
    isRecorded({ figure: 'escalated', ...STAGE_2, days, ...cover }, { streams, lines, ombudsmen });

  it('holds from the first recorded day to the last', () => {
    expect(recorded({ ...EVERY_DAY, from: toDay('2021-04-01'), to: toDay('2022-03-31') })).toBe(true);
    expect(recorded({ ...EVERY_DAY, from: toDay('2021-03-31'), to: toDay('2022-03-31') })).toBe(false);
    expect(recorded({ ...EVERY_DAY, from: toDay('2021-04-01'), to: toDay('2022-04-01') })).toBe(false);
  });

  it('holds without a period: the period is then all that is recorded', () => {
    expect(recorded(EVERY_DAY)).toBe(true);
  });

  it('fails for a period that has no end where the coverage has one', () => {
    expect(recorded({ ...EVERY_DAY, from: toDay('2021-04-01') })).toBe(false);
    expect(recorded({ ...EVERY_DAY, to: toDay('2022-03-31') })).toBe(false);
    expect(recorded({ ...EVERY_DAY, quarters: ['Q1'] })).toBe(false);
    expect(recorded({ ...EVERY_DAY, from: toDay('2030-01-01') })).toBe(false);
    expect(recorded({ ...EVERY_DAY, to: toDay('2005-01-01') })).toBe(false);
  });

  it('reaches on for ever where the coverage has no end', () => {
    const open = { streams, ombudsmen, lines: [line('escalated_to_stage_2', '2021-04-01')] };
    expect(
      isRecorded(
        { figure: 'escalated', ...STAGE_2, days: { ...EVERY_DAY, from: toDay('2021-04-01') } },
        open,
      ),
    ).toBe(true);
    expect(isRecorded({ figure: 'escalated', ...STAGE_2, days: inYear('2050-51') }, open)).toBe(true);
    expect(
      isRecorded(
        {
          figure: 'escalated',
          ...STAGE_2,
          days: { ...EVERY_DAY, quarters: ['Q1'], from: toDay('2021-04-01') },
        },
        open,
      ),
    ).toBe(true);
  });

  it('asks every stage of every stream that is covered', () => {
    expect(recorded(inYear('2020-21'), { stages: [1] })).toBe(true);
    expect(recorded(inYear('2020-21'), { stages: [1, 2] })).toBe(false);
    expect(recorded(inYear('2020-21'), { stages: null })).toBe(false);
    expect(recorded(inYear('2020-21'), { streams: ['SCHOOLS'] })).toBe(true);
    expect(recorded(inYear('2020-21'), { streams: ['SCHOOLS', 'CORPORATE'] })).toBe(false);
    expect(recorded(inYear('2020-21'), { streams: null })).toBe(false);
  });

  it('fails for a stream that no part has described, even without a period', () => {
    expect(recorded(EVERY_DAY, { streams: ['ADULTS'] })).toBe(false);
    expect(recorded(EVERY_DAY, { streams: ['CORPORATE', 'ADULTS'] })).toBe(false);
    expect(recorded(EVERY_DAY, { streams: null })).toBe(true);
  });

  it('holds for a filter that lets no stream, stage or day through: nothing happened', () => {
    expect(recorded(inYear('2020-21'), { streams: [] })).toBe(true);
    expect(recorded(inYear('2020-21'), { stages: [] })).toBe(true);
    expect(recorded({ ...EVERY_DAY, quarters: [] })).toBe(true);
  });
});

describe('a measure that is reliable for whole financial years only', () => {
  const lines = [
    line('escalated_to_stage_2', '2019-04-01', '2021-03-31', 'year'),
    line('escalated_to_stage_2', '2021-04-01'),
  ];
  const recorded = (days: Partial<DaySet>, given = lines) =>
    isRecorded(
      { figure: 'escalated', ...STAGE_2, days: { ...EVERY_DAY, ...days } },
      { streams, ombudsmen, lines: given },
    );

  it('is recorded for a whole year, however the year is asked for', () => {
    expect(recorded({ financialYears: [year('2019-20')] })).toBe(true);
    expect(recorded({ from: toDay('2019-04-01'), to: toDay('2020-03-31') })).toBe(true);
    expect(recorded({ financialYears: [year('2019-20')], quarters: ['Q1', 'Q2', 'Q3', 'Q4'] })).toBe(true);
    expect(recorded({ from: toDay('2020-04-01'), to: toDay('2021-09-30') })).toBe(true);
    expect(recorded({ from: toDay('2019-04-01') })).toBe(true);
  });

  it('is not for a part of such a year', () => {
    expect(recorded({ financialYears: [year('2019-20')], quarters: ['Q1', 'Q2'] })).toBe(false);
    expect(recorded({ from: toDay('2019-04-01'), to: toDay('2020-03-30') })).toBe(false);
    expect(recorded({ from: toDay('2020-10-01'), to: toDay('2021-09-30') })).toBe(false);
  });

  it('is not for a year that the line holds only in part', () => {
    const part = [line('escalated_to_stage_2', '2019-05-01', '2021-03-31', 'year')];
    expect(recorded({ financialYears: [year('2019-20')] }, part)).toBe(false);
    expect(recorded({ financialYears: [year('2020-21')] }, part)).toBe(true);
  });
});

describe('isRecorded beside a count day by day', () => {
  const FROM = toDay('2012-04-01');
  const TO = toDay('2030-03-31');
  const DAYS = eachDay(FROM, TO);
  const WHOLE_YEARS = Array.from({ length: 18 }, (_, place) => year(`${2012 + place}-${String(13 + place)}`));

  /** Every day alone: is it in the period, and does a line cover it? Endless periods are long past every line. */
  function slowly(days: DaySet, lines: readonly CoverageLine[]): boolean {
    if (lines.length === 0 || Object.values(days).every((condition) => condition === null)) return true;
    const asked = new Set(DAYS.filter((day) => holds(days, day)));
    const whole = WHOLE_YEARS.filter((text) => eachDay(...bounds(text)).every((day) => asked.has(day)));
    return [...asked].every((day) =>
      lines.some(
        (given) =>
          inLine(given, day) &&
          (given.granularity === 'day' ||
            (whole.includes(financialYearOf(day)) &&
              eachDay(...bounds(financialYearOf(day))).every((other) => inLine(given, other)))),
      ),
    );
  }
  const inLine = ({ recordedFrom, recordedTo }: CoverageLine, day: Day) =>
    recordedFrom <= day && (recordedTo === null || day <= recordedTo);
  const holds = ({ from, to, financialYears, quarters }: DaySet, day: Day): boolean =>
    (from === null || from <= day) &&
    (to === null || day <= to) &&
    (financialYears === null || financialYears.includes(financialYearOf(day))) &&
    (quarters === null || quarters.includes(quarterOf(day)));

  // Days that matter: ends of quarters and years, and what lies beside them.
  const aDay = fc
    .tuple(
      fc.constantFrom(
        '2018-04-01',
        '2018-10-01',
        '2019-04-01',
        '2019-07-01',
        '2020-01-01',
        '2020-04-01',
        '2021-04-01',
        '2021-10-01',
      ),
      fc.constantFrom(-1, -1, 0, 0, 0, 1, 40),
    )
    .map(([day, beside]) => addDays(toDay(day), beside));
  const orNull = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
  const aDaySet: fc.Arbitrary<DaySet> = fc.record({
    from: orNull(aDay),
    to: orNull(aDay),
    financialYears: orNull(fc.subarray(['2018-19', '2019-20', '2020-21'].map(year), { minLength: 1 })),
    quarters: orNull(fc.subarray<Quarter>(['Q1', 'Q2', 'Q3', 'Q4'], { minLength: 1 })),
  });
  const aLine: fc.Arbitrary<CoverageLine> = fc
    .record({ from: aDay, to: orNull(aDay), granularity: fc.constantFrom('day', 'year') })
    .map(({ from, to, granularity }) =>
      line('escalated_to_stage_2', from, to === null || to >= from ? to : null, granularity),
    );

  it('agrees for any period and any lines', () => {
    const seen = { recorded: 0, not: 0 };
    fc.assert(
      fc.property(aDaySet, fc.array(aLine, { maxLength: 3 }), (days, lines) => {
        const slow = slowly(days, lines);
        seen[slow ? 'recorded' : 'not'] += 1;
        expect(isRecorded({ figure: 'escalated', ...STAGE_2, days }, { streams, lines, ombudsmen })).toBe(
          slow,
        );
      }),
      { numRuns: 150, seed: 20211015 },
    );
    expect(Math.min(seen.recorded, seen.not)).toBeGreaterThan(20);
  });
});

function eachDay(from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function bounds(financialYear: FinancialYear): [Day, Day] {
  const { from, to } = periodOf({ financialYear }) ?? { from: FIRST_DAY, to: FIRST_DAY };
  return [from, to];
}
