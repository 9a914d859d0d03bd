import { EVERY_DAY } from '../../../counting/day-set';
import { toDay } from '../../../domain/calendar/day';
import type { Recording } from '../coverage/coverage';
import type { Measure } from './catalogue/measure-catalogue';
import { isMeasureRecorded } from './measure-recorded';

const stages = [1, 2, 3].map((number) => ({ number, onlyByEscalation: false }));
const report = { id: 'corporate', title: 'Corporate', samePeriodOfYearsBefore: false, rows: [] };
const RECORDING: Recording = {
  streams: [{ stream: 'CORPORATE', stages, report }],
  lines: [
    {
      ...{ stream: 'CORPORATE', measure: 'escalated_to_stage_2', granularity: 'day' },
      ...{ recordedFrom: toDay('2021-04-01'), recordedTo: toDay('2021-09-30') },
    },
  ],
  ombudsmen: null,
  reach: new Map([['CORPORATE', { from: toDay('2019-04-01'), to: toDay('2021-12-31') }]]),
};
const recorded = (
  measure: Measure,
  { from, to, asAt = '2021-09-30', stage = 1 }: { from: string; to: string; asAt?: string; stage?: number },
) =>
  isMeasureRecorded(
    measure,
    {
      ...{ streams: ['CORPORATE'], stages: [stage], asAt: toDay(asAt) },
      days: { ...EVERY_DAY, from: toDay(from), to: toDay(to) },
    },
    RECORDING,
  );
const IN_Q1 = { from: '2021-04-01', to: '2021-06-30' };

describe('whether complaints went on', () => {
  it('is known where reaching the next stage was recorded from the first day to the one as at which it is told', () => {
    expect(recorded('WENT_ON', IN_Q1)).toBe(true);
    expect(recorded('WENT_ON', { ...IN_Q1, asAt: '2021-10-01' })).toBe(false);
    expect(recorded('WENT_ON', { ...IN_Q1, from: '2021-03-31' })).toBe(false);
  });

  it('is known of a stage whose next one the list does not name, and of the last', () => {
    expect(recorded('WENT_ON', { ...IN_Q1, stage: 2, asAt: '2021-12-31' })).toBe(true);
    expect(recorded('WENT_ON', { ...IN_Q1, stage: 3, asAt: '2021-12-31' })).toBe(true);
  });

  it('is not known outside of the records', () => {
    expect(recorded('WENT_ON', { from: '2018-04-01', to: '2018-06-30' })).toBe(false);
  });

  it('is known of all that is recorded, as other figures are', () => {
    const all = { streams: null, stages: null, days: EVERY_DAY, asAt: toDay('2021-12-31') };
    expect(isMeasureRecorded('WENT_ON', all, RECORDING)).toBe(true);
  });

  it('decides about their share', () => {
    expect(recorded('WENT_ON_RATE', IN_Q1)).toBe(true);
    expect(recorded('WENT_ON_RATE', { ...IN_Q1, asAt: '2021-10-01' })).toBe(false);
  });
});

describe('what waits', () => {
  it('is not known of a period that begins after the day as at which is told, though records reach further', () => {
    const later = { from: '2021-10-01', to: '2021-10-31' };
    expect([recorded('RECEIVED', later), recorded('OPEN', later)]).toEqual([true, false]);
    expect(recorded('OVERDUE', { ...later, from: '2021-09-30' })).toBe(true);
  });
});

describe('what is worked out from counts', () => {
  it('is recorded where they are', () => {
    for (const measure of ['IN_TIME_RATE', 'DAYS_TO_ANSWER_P90', 'OPEN', 'ACKNOWLEDGED'] as const) {
      expect([measure, recorded(measure, IN_Q1)]).toEqual([measure, true]);
      expect([measure, recorded(measure, { from: '2022-01-01', to: '2022-02-01' })]).toEqual([
        measure,
        false,
      ]);
    }
  });
});
