import { EVERY_DAY } from '../../../counting/day-set';
import { Parameters } from '../../../counting/days-sql';
import { toDay } from '../../../domain/calendar/day';
import { ROLLUPS } from '../rollups/rollup-tables';
import { ANSWERED, CLOSED, RECEIVED, REFERRED } from './catalogue/counted-facts';
import { COUNT_NAMES } from './catalogue/measure-catalogue';
import { isRolledUp, rolledUp } from './count-flows';
import type { CheckedFilter } from './filter';
import { openCells } from './open-cells';
import type { Question } from './question';
import { answerDaysFor, changesFor, flowsFor } from './rollup-plan';
import type { Dimension } from './stage-dimensions';

const EVERYTHING: CheckedFilter = { streams: null, stages: null, services: null, days: EVERY_DAY };
const asked = (by: readonly Dimension[], more: Partial<Question> = {}): Question => ({
  ...{ by, filter: EVERYTHING, asAt: toDay('2021-10-15'), isCut: false, rollups: ROLLUPS, limit: 10 },
  ...more,
});
const within = (days: Partial<CheckedFilter['days']>): Partial<Question> => ({
  filter: { ...EVERYTHING, days: { ...EVERY_DAY, ...days } },
});
const without = (name: string) => ROLLUPS.filter((rollup) => rollup.name !== name);

describe('the rollup that tells what happened', () => {
  it.each<[readonly Dimension[], string | null]>([
    [[], 'flow_by_month'],
    [['STREAM', 'STAGE', 'FINANCIAL_YEAR', 'QUARTER', 'MONTH', 'OMBUDSMAN'], 'flow_by_month'],
    [['DIRECTORATE', 'MONTH'], 'flow_by_service'],
    [['THEME'], 'flow_by_theme'],
    [['CHANNEL', 'STREAM'], 'flow_by_channel'],
    [['ROUTE', 'OUTCOME', 'CLOSURE_REASON'], 'flow_by_handling'],
    [['THEME', 'CHANNEL'], null],
    [['SERVICE', 'OUTCOME'], null],
  ])('by %p is %p', (by, name) => {
    expect(flowsFor(asked(by))?.rollup.name ?? null).toBe(name);
  });

  it.each<[keyof CheckedFilter, Partial<CheckedFilter>, string | null]>([
    ['streams', { streams: ['CORPORATE'] }, 'flow_by_month'],
    ['stages', { stages: [1] }, 'flow_by_month'],
    ['services', { services: { ids: ['a'], notRecorded: false, known: [] } }, 'flow_by_service'],
    ['themes', { themes: ['Delay'] }, 'flow_by_theme'],
    ['outcomes', { outcomes: ['UPHELD'] }, 'flow_by_handling'],
    ['routes', { routes: ['DIRECT'], channels: ['Email'] }, null],
  ])('with a filter of %s is the one that holds them', (_, part, name) => {
    expect(flowsFor(asked([], { filter: { ...EVERYTHING, ...part } }))?.rollup.name ?? null).toBe(name);
  });

  it('holds whole months, and leaves to facts those that a day divides', () => {
    const [first, last] = [toDay('2020-02-01'), toDay('2020-02-29')];
    const divided = (question: Partial<Question>) => flowsFor(asked([], question))?.divided;
    expect(divided(within({ from: first, to: last, quarters: ['Q4'] }))).toEqual([]);
    expect(divided(within({ ranges: [{ from: first, to: last }] }))).toEqual([]);
    expect(divided(within({ from: toDay('2020-02-02') }))).toEqual([first]);
    expect(divided(within({ from: toDay('2020-02-02'), to: toDay('2020-02-28') }))).toEqual([first]);
    expect(divided(within({ ranges: [{ from: first, to: toDay('2020-02-28') }] }))).toEqual([first]);
    expect(answerDaysFor(asked([], within({ to: toDay('2020-02-28') })))?.divided).toEqual([first]);
  });

  it('leaves to facts the month of the day as at which, unless that ends it', () => {
    expect(flowsFor(asked([], { isCut: true }))?.divided).toEqual(['2021-10-01']);
    expect(flowsFor(asked([], { isCut: true, asAt: toDay('2021-09-30') }))?.divided).toEqual([]);
    expect(flowsFor(asked([]))?.divided).toEqual([]);
  });

  it('is none where many months are divided, and none that may not be read', () => {
    const parted = ['01', '03', '05'].map((month) => ({
      from: toDay(`2020-${month}-02`),
      to: toDay(`2020-0${Number(month) + 1}-15`),
    }));
    expect(flowsFor(asked([], within({ ranges: parted })))).toBeNull();
    expect(flowsFor(asked([], { rollups: [] }))).toBeNull();
    expect(flowsFor(asked([], { rollups: without('flow_by_month') }))?.rollup.name).toBe('flow_by_service');
  });

  it('has no cases of ombudsmen, and what it has is counted once', () => {
    expect([RECEIVED, CLOSED, REFERRED].map(isRolledUp)).toEqual([true, true, false]);
    const [rollup] = ROLLUPS;
    const counting = { by: [], narrowed: () => 'true', divided: null, counts: COUNT_NAMES };
    const selections = (kinds: (typeof RECEIVED)[], more = {}) =>
      rollup && rolledUp(rollup, { ...counting, asAt: { day: () => '$1', isCut: false }, kinds, ...more });
    expect(selections([REFERRED])).toEqual([]);
    expect(selections([ANSWERED])).toHaveLength(1);
    // What went on after the day asked about is taken off, where that is asked for.
    expect(selections([RECEIVED, ANSWERED])).toHaveLength(2);
    expect(selections([RECEIVED, ANSWERED], { counts: [] })).toHaveLength(1);
    // Each kind by itself in the months that a day divides.
    expect(selections([RECEIVED, ANSWERED], { divided: () => 'false', counts: [] })).toHaveLength(3);
    // What had closed by an earlier day, and went on or closed otherwise.
    expect(selections([CLOSED], { asAt: { day: () => '$1', isCut: true } })).toHaveLength(3);
  });
});

describe('the rollup of working days', () => {
  it('tells streams and stages apart, and services where they are asked for', () => {
    const read = (by: readonly Dimension[], more?: Partial<Question>) =>
      answerDaysFor(asked(by, more))?.rollup.name ?? null;
    expect(read(['STREAM', 'STAGE', 'QUARTER'])).toBe('answer_days');
    expect(read(['SERVICE'])).toBe('answer_days_by_service');
    expect(read(['DIRECTORATE', 'STAGE', 'MONTH'])).toBe('answer_days_by_service');
    expect(read(['THEME'])).toBeNull();
    expect(read(['SERVICE', 'CHANNEL'])).toBeNull();
    expect(read([], { rollups: without('answer_days') })).toBe('answer_days_by_service');
    expect(read(['SERVICE'], { rollups: without('answer_days_by_service') })).toBeNull();
  });
});

describe('the rollups that tell what stood on some days', () => {
  const ENDS = [toDay('2021-06-30'), toDay('2021-07-31')];
  const WITHIN = [...ENDS, toDay('2021-09-15')];

  it('are of months where no day divides one, as at any day', () => {
    expect(changesFor(asked(['STREAM'], { isCut: true }), ENDS)).toMatchObject({
      months: { name: 'open_by_month' },
      divided: [],
    });
    expect(changesFor(asked(['SERVICE']), ENDS)).toMatchObject({
      months: { name: 'open_by_month_and_service' },
      divided: [],
    });
  });

  it('are of the days of a month that one divides', () => {
    const plan = changesFor(asked(['STREAM']), WITHIN);
    expect(plan).toMatchObject({ days: { name: 'open_by_day' }, divided: ['2021-09-01'] });
    // By service no rollup has days: facts tell those of the divided month.
    expect(changesFor(asked(['SERVICE']), WITHIN)).toMatchObject({ days: null, divided: ['2021-09-01'] });
    expect(changesFor(asked(['STREAM'], { rollups: without('open_by_day') }), WITHIN)?.months.name).toBe(
      'open_by_month_and_service',
    );
    expect(changesFor(asked(['STREAM'], { rollups: without('open_by_month') }), WITHIN)?.days).toBeNull();
  });

  it('are none where so many months are divided that facts are as quick', () => {
    const many = ['03', '04', '05', '06', '07', '08'].map((month) => toDay(`2021-${month}-15`));
    expect(changesFor(asked(['SERVICE']), many)).toBeNull();
    expect(changesFor(asked(['STREAM']), many)?.divided).toHaveLength(6);
  });

  it('are none for what only facts know', () => {
    expect(changesFor(asked(['THEME']), ENDS)).toBeNull();
  });

  it('are read by day only for months that are divided', () => {
    const sqlOf = (days: typeof ENDS, by: Dimension = 'STREAM') => {
      const parameters = new Parameters();
      const plan = changesFor(asked([by]), days);
      if (plan === null) throw new Error('No plan');
      return openCells(plan, { asAt: '$1', parameters });
    };
    expect(sqlOf(ENDS)).not.toContain('open_by_day');
    expect(sqlOf(WITHIN)).toContain('open_by_day');
    expect(sqlOf(WITHIN)).not.toContain('touched');
    expect(sqlOf(WITHIN, 'SERVICE')).toContain('touched');
    expect(sqlOf(ENDS, 'SERVICE')).not.toContain('touched');
  });
});
