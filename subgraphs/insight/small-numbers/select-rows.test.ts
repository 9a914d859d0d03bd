import { EVERY_DAY } from '../../../counting/day-set';
import { toDay } from '../../../domain/calendar/day';
import { askedFor } from '../figures/asked-figures';
import type { CheckedFilter } from '../figures/filter';
import { emptyTally, type Tally } from '../figures/tally';
import { canSelect, hasSomething, selects } from './select-rows';

const ALL: CheckedFilter = { streams: null, stages: null, services: null, days: EVERY_DAY };
const row = (given: object): Tally =>
  ({
    ...emptyTally({}),
    ...{ stream: 'SCHOOLS', stage: 1, financialYear: '2020-21', quarter: 'Q2', theme: 'Delay' },
    ...given,
  }) as Tally;

describe('a row of a release', () => {
  it.each<[string, Partial<CheckedFilter>, boolean]>([
    ['everything', {}, true],
    ['its stream', { streams: ['ADULTS', 'SCHOOLS'] }, true],
    ['another stream', { streams: ['ADULTS'] }, false],
    ['another stage', { stages: [2] }, false],
    ['its theme', { themes: ['Delay'] }, true],
    ['another theme', { themes: ['Not recorded'] }, false],
    ['its quarter of whatever year', { days: { ...EVERY_DAY, quarters: ['Q2'] } }, true],
    ['another quarter', { days: { ...EVERY_DAY, quarters: ['Q1', 'Q3'] } }, false],
    ['its days', { days: { ...EVERY_DAY, from: toDay('2020-07-01'), to: toDay('2020-09-30') } }, true],
    ['later days', { days: { ...EVERY_DAY, from: toDay('2020-10-01') } }, false],
  ])('is let through by %s: %s', (_, filter, isLet) => {
    expect(selects({ ...ALL, ...filter })(row({}))).toBe(isLet);
  });

  it('of an ombudsman’s case has no stage that could be asked for', () => {
    expect(selects({ ...ALL, stages: [1] })(row({ stage: null }))).toBe(false);
  });

  it('of a whole year is let through by that year', () => {
    const days = { ...EVERY_DAY, from: toDay('2020-04-01'), to: toDay('2021-03-31') };
    expect(selects({ ...ALL, days })(row({ quarter: null }))).toBe(true);
  });

  it('does not tell which services are meant by a former name', () => {
    expect(canSelect(ALL)).toBe(true);
    expect(canSelect({ ...ALL, services: { ids: ['a'], notRecorded: false, known: [] } as never })).toBe(
      false,
    );
  });

  it('makes a row where anything that was asked for happened, or anything that makes rows everywhere', () => {
    const acknowledged = row({ acknowledged: 1 });
    expect(hasSomething(askedFor(['RECEIVED']))(acknowledged)).toBe(false);
    expect(hasSomething(askedFor(['ACKNOWLEDGED_IN_TIME']))(acknowledged)).toBe(true);
    expect(hasSomething(askedFor(['CALLS']))(row({ closed: 1 }))).toBe(true);
  });
});
