import { EVERY_DAY } from '../../../counting/day-set';
import { Parameters } from '../../../counting/days-sql';
import { toDay } from '../../../domain/calendar/day';
import { ROLLUPS } from '../rollups/rollup-tables';
import { ANSWERED, CLOSED, RECEIVED, REFERRED } from './catalogue/counted-facts';
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
const NOW = { isCut: false };
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
    expect(flowsFor(asked(by))?.name ?? null).toBe(name);
  });

  it.each<[keyof CheckedFilter, Partial<CheckedFilter>, string | null]>([
    ['streams', { streams: ['CORPORATE'] }, 'flow_by_month'],
    ['stages', { stages: [1] }, 'flow_by_month'],
    ['services', { services: { ids: ['a'], notRecorded: false, known: [] } }, 'flow_by_service'],
    ['themes', { themes: ['Delay'] }, 'flow_by_theme'],
    ['outcomes', { outcomes: ['UPHELD'] }, 'flow_by_handling'],
    ['routes', { routes: ['DIRECT'], channels: ['Email'] }, null],
  ])('with a filter of %s is the one that holds them', (_, part, name) => {
    expect(flowsFor(asked([], { filter: { ...EVERYTHING, ...part } }))?.name ?? null).toBe(name);
  });

  it('holds whole months alone', () => {
    const [first, last] = [toDay('2020-02-01'), toDay('2020-02-29')];
    expect(flowsFor(asked([], within({ from: first, to: last, quarters: ['Q4'] })))).not.toBeNull();
    expect(flowsFor(asked([], within({ ranges: [{ from: first, to: last }] })))).not.toBeNull();
    expect(flowsFor(asked([], within({ from: toDay('2020-02-02') })))).toBeNull();
    expect(flowsFor(asked([], within({ to: toDay('2020-02-28') })))).toBeNull();
    expect(flowsFor(asked([], within({ ranges: [{ from: first, to: toDay('2020-02-28') }] })))).toBeNull();
    expect(answerDaysFor(asked([], within({ to: toDay('2020-02-28') })))).toBeNull();
  });

  it('is none as at a day within a month, and none that may not be read', () => {
    expect(flowsFor(asked([], { isCut: true }))).toBeNull();
    expect(flowsFor(asked([], { isCut: true, asAt: toDay('2021-09-30') }))).not.toBeNull();
    expect(flowsFor(asked([], { rollups: [] }))).toBeNull();
    expect(flowsFor(asked([], { rollups: without('flow_by_month') }))?.name).toBe('flow_by_service');
  });

  it('has no cases of ombudsmen, and what it has is counted once', () => {
    expect([RECEIVED, CLOSED, REFERRED].map((facts) => isRolledUp(facts, NOW))).toEqual([true, true, false]);
    expect([RECEIVED, CLOSED].map((facts) => isRolledUp(facts, { isCut: true }))).toEqual([true, false]);
    const [rollup] = ROLLUPS;
    const counting = { by: [], narrowed: () => 'true', asAt: { day: () => '$1', ...NOW } };
    const selections = (kinds: (typeof RECEIVED)[]) => rollup && rolledUp(rollup, { ...counting, kinds });
    expect(selections([REFERRED])).toEqual([]);
    expect(selections([ANSWERED])).toHaveLength(1);
    // What went on after the day asked about is taken off.
    expect(selections([RECEIVED, ANSWERED])).toHaveLength(2);
  });
});

describe('the rollup of working days', () => {
  it('tells streams and stages apart, and nothing else', () => {
    expect(answerDaysFor(asked(['STREAM', 'STAGE', 'QUARTER']))?.name).toBe('answer_days');
    expect(answerDaysFor(asked(['SERVICE']))).toBeNull();
    expect(answerDaysFor(asked([], { isCut: true }))).toBeNull();
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
    expect(changesFor(asked(['SERVICE']), WITHIN)).toBeNull();
    expect(changesFor(asked(['STREAM'], { rollups: without('open_by_day') }), WITHIN)).toBeNull();
    expect(changesFor(asked(['STREAM'], { rollups: without('open_by_month') }), WITHIN)).toBeNull();
  });

  it('are none for what only facts know', () => {
    expect(changesFor(asked(['THEME']), ENDS)).toBeNull();
  });

  it('are read by day only for months that are divided', () => {
    const sqlOf = (days: typeof ENDS) => {
      const parameters = new Parameters();
      const plan = changesFor(asked(['STREAM']), days);
      if (plan === null) throw new Error('No plan');
      return openCells(plan, { asAt: '$1', parameters });
    };
    expect(sqlOf(ENDS)).not.toContain('open_by_day');
    expect(sqlOf(WITHIN)).toContain('open_by_day');
  });
});
