import { toDay } from '../calendar/day';
import { calendarSteps, skippedSteps } from './calendar-steps';
import { deadlinesOf } from './deadlines';
import { type ClockedStage, limitDay } from './limit-day';
import { movedSteps } from './moved-steps';
import { startStep } from './start-steps';
import { byTheCode, calendars, limitOf, source, stageReceived, workingDays } from './testing/stages';

const paused = limitOf({
  pausedBy: ['ADVOCATE'],
  extension: { by: workingDays(10), isPassableForGoodReason: true, source },
});
const ask = (limits: readonly ReturnType<typeof limitOf>[], stage: ClockedStage, today = '2026-05-01') =>
  deadlinesOf({ stage, version: { limits }, calendars, today: toDay(today) });
const one = (limit: ReturnType<typeof limitOf>, stage: ClockedStage, today?: string) =>
  ask([limit], stage, today)[0]!;
const texts = (...asked: Parameters<typeof one>) => one(...asked).steps.map(({ text }) => text);
const asked = (limit: ReturnType<typeof limitOf>, stage: ClockedStage) => ({
  ...{ limit, stage, version: { limits: [limit] }, calendars },
});

describe('the deadlines of a stage', () => {
  it('say to which day they can be extended: once, and while they run', () => {
    const received = stageReceived('2026-04-02');
    const to = (given: object) =>
      ask([paused], { ...received, ...given }).map(({ extendableTo }) => extendableTo)[0];
    const extension = {
      limit: paused.name,
      on: received.receivedOn,
      to: received.receivedOn,
      isForGoodReason: false,
    };
    expect(to({})).toBe('2026-05-05');
    expect(to({ extensions: [extension] })).toBeNull();
    expect(to({ answeredOn: received.receivedOn })).toBeNull();
    expect(to({ endedOn: received.receivedOn })).toBeNull();
  });

  it('tell from the start to the day, with the law and the holidays on the way', () => {
    expect(ask(byTheCode(5, 10), stageReceived('2026-04-02'))).toEqual([
      {
        ...{ stage: 1, name: 'ACKNOWLEDGE', title: 'Answer', source, dueOn: '2026-04-13' },
        extendableTo: null,
        ...{
          originalDueOn: '2026-04-13',
          isEstimated: false,
          extendedTo: null,
          metOn: null,
          isInTime: false,
        },
        steps: [
          expect.objectContaining({
            ...{ kind: 'STARTS', on: '2026-04-02' },
            text: 'It was received on 2026-04-02: the clock starts with that day.',
          }),
          expect.objectContaining({
            ...{ kind: 'RULE', on: '2026-04-13', source },
            text: "It may take 5 working days: the next working day is day 1. So the rule's day is 2026-04-13.",
          }),
          expect.objectContaining({
            ...{
              kind: 'SKIPPED',
              text: 'Not counted on the way: Good Friday (2026-04-03), Easter Monday (2026-04-06).',
            },
            days: [
              { day: '2026-04-03', name: 'Good Friday' },
              { day: '2026-04-06', name: 'Easter Monday' },
            ],
          }),
          expect.objectContaining({ kind: 'DUE', text: 'So the last day is 2026-04-13, to its end.' }),
          expect.objectContaining({
            ...{ kind: 'MISSED', on: '2026-04-13' },
            text: 'It is not recorded by 2026-05-01 that it was acknowledged.',
          }),
        ],
      },
      expect.objectContaining({ name: 'ANSWER', dueOn: '2026-04-27' }),
    ]);
  });

  it.each([
    [
      {},
      '2026-04-13',
      'It is not recorded that it was acknowledged: the clock starts with the last day for that',
    ],
    [{ acknowledgedOn: toDay('2026-04-20') }, '2026-04-13', 'late, which buys no time'],
    [{ acknowledgedOn: toDay('2026-04-07') }, '2026-04-07', 'It was acknowledged on 2026-04-07'],
  ])('say what starts the clock: %j', (happened, on, text) => {
    const limits = byTheCode(5, 10);
    const stage = stageReceived('2026-04-02', happened);
    const step = startStep({ limit: limits[1], version: { limits }, calendars, stage });
    expect(step).toMatchObject({ kind: 'STARTS', on, text: expect.stringContaining(text) });
  });

  it('say what starts it in the place of what did not happen, and that nothing did', () => {
    const stage = stageReceived('2026-04-02');
    const agreed = limitOf({ starts: { with: 'statementAgreed', orElse: 'received' } });
    expect(startStep(asked(agreed, stage)).text).toContain('the day on which it was received, 2026-04-02');
    const panel = limitOf({ starts: { with: 'panelHeld' } });
    expect(one(panel, stage)).toMatchObject({ dueOn: null, isInTime: null });
    expect(texts(panel, stage)).toEqual([
      'The clock starts when it was before the panel, which is not recorded.',
      'It may take 10 working days: the next working day is day 1.',
      'So the last day cannot be told yet.',
    ]);
  });

  it('tell of plans, suspensions and extensions, each with what came of it', () => {
    const stage = stageReceived('2026-09-10', {
      ...{ planAgreedOn: toDay('2026-09-11'), plannedFor: toDay('2026-09-30') },
      suspensions: [{ ground: 'ADVOCATE', from: toDay('2026-09-14'), to: toDay('2026-09-17') }],
      extensions: [
        { limit: 'ANSWER', on: toDay('2026-09-28'), to: toDay('2026-11-02'), isForGoodReason: true },
      ],
    });
    const limit = { ...paused, isPlanned: true };
    expect(movedSteps(asked(limit, stage), calendars).map(({ kind, text }) => [kind, text])).toEqual([
      ['PLANNED', "The plan of 2026-09-11 names 2026-09-30: that day counts in the place of the rule's."],
      [
        'SUSPENDED',
        'From 2026-09-14 to 2026-09-17 the clock stood still, while an advocate was being arranged: 3 working days up to its end are not counted.',
      ],
      [
        'EXTENDED',
        'On 2026-09-28 it was extended to 2026-11-02, past what the rule allows, for a good reason that was recorded. An extension never shortens.',
      ],
    ]);
    expect(one(limit, stage)).toMatchObject({ dueOn: '2026-11-02', extendedTo: '2026-11-02' });
  });

  it('have no day while the clock stands still, and say why', () => {
    const suspensions = [{ ground: 'ADVOCATE' as const, from: toDay('2026-09-14'), to: null }];
    const stage = stageReceived('2026-09-10', { suspensions });
    expect(one(paused, stage, '2026-12-01')).toMatchObject({ dueOn: null, isInTime: null });
    expect(texts(paused, stage)).toContain(
      'Since 2026-09-14 the clock stands still, while an advocate was being arranged: the last day cannot be told until it goes on.',
    );
  });

  it.each([
    ['2026-04-20', null, true, 'It was answered on 2026-04-20, in time.'],
    ['2026-04-22', null, false, 'It was answered on 2026-04-22, 2 working days late.'],
    [null, '2026-04-20', null, 'So the last day is 2026-04-20, to its end.'],
    [null, '2026-04-21', false, 'It is not recorded by 2026-04-21 that it was answered.'],
  ])('say whether it was met: answered %s, ended %s', (answeredOn, endedOn, isInTime, text) => {
    const [answered, ended] = [answeredOn, endedOn].map((day) => (day === null ? null : toDay(day)));
    const stage = stageReceived('2026-04-02', { answeredOn: answered!, endedOn: ended ?? answered! });
    expect(one(limitOf({}), stage).isInTime).toBe(isInTime);
    expect(texts(limitOf({}), stage).at(-1)).toBe(text);
  });

  it('say so where the calendar does not reach, and where school holidays are not known', () => {
    const beyond = stageReceived('2028-12-28');
    expect(texts(limitOf({}), beyond)[1]).toContain(
      'known from 2018-01-01 to 2028-12-31, which that leaves.',
    );
    const school = limitOf({ within: { count: 3, unit: 'SCHOOL_DAY' } });
    const days = asked(school, stageReceived('2026-09-10'));
    expect(skippedSteps(days, limitDay(days), calendars)).toMatchObject([{ kind: 'ESTIMATED' }]);
    expect(calendarSteps(days, calendars)).toEqual([]);
  });

  it('begin months with the first day, and have no days that are not counted', () => {
    const backstop = limitOf({ within: { count: 6, unit: 'MONTH' } });
    expect(texts(backstop, stageReceived('2026-01-10'), '2026-02-01')).toEqual([
      'It was received on 2026-01-10: the clock starts with that day.',
      "It may take 6 calendar months, the first day included: weekends and holidays count. So the rule's day is 2026-07-09.",
      'So the last day is 2026-07-09, to its end.',
    ]);
  });
});
