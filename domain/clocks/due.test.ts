import fc from 'fast-check';
import { englandAndWales as calendar } from '../calendar/bank-holidays';
import { addDays, type Day, dayFromNumber, toDay } from '../calendar/day';
import { addWorkingDays } from '../calendar/working-days';
import type { StageRule } from '../procedure/procedure';
import { acknowledgeDueDay, dueDay, latestExtension } from './due';

const base = {
  stage: 1,
  inForceFrom: toDay('2006-09-01'),
  source: 'a test',
  reachedOnlyByEscalation: false,
} as const;
/** The LGSCO's Code: acknowledge in 5, answer from acknowledgement. */
const code = (workingDays: number): StageRule => ({
  ...base,
  acknowledgeWithin: { workingDays: 5 },
  answerWithin: { workingDays, from: 'acknowledged' },
  extendBy: { workingDays },
});
/** The regulations and the systems before the Code: everything from receipt. */
const fromReceipt = (limits: { acknowledge?: number; answer: number; extend?: number }): StageRule => ({
  ...base,
  acknowledgeWithin: limits.acknowledge === undefined ? null : { workingDays: limits.acknowledge },
  answerWithin: { workingDays: limits.answer, from: 'received' },
  extendBy: limits.extend === undefined ? null : { workingDays: limits.extend },
});
/** SI 2009/309: six calendar months, the day of receipt included, where no day was agreed. */
const adults: StageRule = {
  ...fromReceipt({ acknowledge: 3, answer: 10 }),
  answerWithin: { months: 6, from: 'received' },
};
const childrens1 = fromReceipt({ answer: 10, extend: 10 });
const childrens2 = fromReceipt({ answer: 25, extend: 40 });

const clock = (rule: StageRule, receivedOn: string, acknowledgedOn: string | null = null) => ({
  rule,
  receivedOn: toDay(receivedOn),
  acknowledgedOn: acknowledgedOn === null ? null : toDay(acknowledgedOn),
  calendar,
});

describe('corporate, under the Code', () => {
  it('stage 1 received on Thursday 2 April 2026, before Easter, acknowledged on the last day', () => {
    const stage = clock(code(10), '2026-04-02', '2026-04-13');
    expect(acknowledgeDueDay(stage)).toBe('2026-04-13');
    expect(dueDay(stage)).toBe('2026-04-27');
    expect(latestExtension(stage)).toBe('2026-05-12');
  });

  it('stage 1 received and acknowledged on one day', () => {
    expect(dueDay(clock(code(10), '2026-04-02', '2026-04-02'))).toBe('2026-04-20');
  });

  it.each(['2026-05-01', '2026-05-02'])(
    'received on %s, after hours or at a weekend: receipt is strict',
    (receivedOn) => {
      expect(acknowledgeDueDay(clock(code(10), receivedOn))).toBe('2026-05-11');
    },
  );

  it('stage 2 asked for before Christmas, acknowledged the same day', () => {
    const stage = clock(code(20), '2026-12-23', '2026-12-23');
    expect(acknowledgeDueDay(stage)).toBe('2027-01-04');
    expect(dueDay(stage)).toBe('2027-01-25');
    expect(latestExtension(stage)).toBe('2027-02-22');
  });

  it.each([
    ['missing', null],
    ['late', '2026-04-14'],
    ['very late', '2026-06-01'],
    ['dated before receipt', '2026-04-01'],
  ])('an acknowledgement that is %s buys no time', (_how, acknowledgedOn) => {
    expect(dueDay(clock(code(10), '2026-04-02', acknowledgedOn))).toBe('2026-04-27');
  });
});

describe('children’s', () => {
  it.each([
    ['2022-05-27', '2022-06-14', '2022-06-28'],
    ['2022-09-12', '2022-09-27', '2022-10-11'],
  ])('stage 1 received on %s', (receivedOn, due, latest) => {
    expect(dueDay(clock(childrens1, receivedOn))).toBe(due);
    expect(latestExtension(clock(childrens1, receivedOn))).toBe(latest);
  });

  it('stage 2 from Monday 22 December 2025: 25 working days, 65 at the most', () => {
    expect(dueDay(clock(childrens2, '2025-12-22'))).toBe('2026-01-29');
    expect(latestExtension(clock(childrens2, '2025-12-22'))).toBe('2026-03-26');
  });

  it.each([
    ['the panel meets', '2026-03-23', 30, '2026-05-07'],
    ['the panel reports', '2026-05-06', 5, '2026-05-13'],
    ['the council replies', '2026-05-13', 15, '2026-06-04'],
    ['stage 2 may be asked for', '2026-01-30', 20, '2026-02-27'],
  ])('stage 3 and the windows between: %s', (_what, from, count, expected) => {
    expect(addWorkingDays({ from: toDay(from), count, calendar })).toBe(expected);
  });

  it('sets no limit to acknowledge, and an acknowledgement does not move the answer', () => {
    const stage = clock(childrens1, '2022-09-12', '2022-09-14');
    expect(acknowledgeDueDay(stage)).toBeNull();
    expect(dueDay(stage)).toBe('2022-09-27');
  });
});

describe('adults', () => {
  it.each([
    ['2020-05-01', '2020-05-06'],
    ['2026-01-10', '2026-01-14'],
    ['2025-08-31', '2025-09-03'],
    ['2025-08-29', '2025-09-03'],
    ['2026-03-31', '2026-04-07'],
  ])('received on %s is acknowledged by %s', (receivedOn, acknowledgeBy) => {
    expect(acknowledgeDueDay(clock(adults, receivedOn))).toBe(acknowledgeBy);
  });

  it('would answer in 10 working days over the moved May holiday of 2020', () => {
    expect(dueDay(clock(fromReceipt({ answer: 10 }), '2020-05-01'))).toBe('2020-05-18');
  });

  it.each([
    ['2026-01-10', '2026-07-09'],
    ['2025-08-31', '2026-02-28'],
    ['2025-08-29', '2026-02-28'],
    ['2026-03-31', '2026-09-30'],
    ['2026-06-29', '2026-12-28'],
  ])('received on %s, the six months run out at the end of %s, worked or not', (receivedOn, expected) => {
    expect(dueDay(clock(adults, receivedOn))).toBe(expected);
  });

  it('counts months from receipt, whenever it was acknowledged', () => {
    expect(dueDay(clock(adults, '2026-03-31', '2026-04-20'))).toBe('2026-09-30');
  });

  it('is extended past the six months where that was agreed; an extension shortens nothing', () => {
    const stage = clock(adults, '2026-03-31');
    expect(dueDay({ ...stage, extendedTo: toDay('2026-11-02') })).toBe('2026-11-02');
    expect(dueDay({ ...stage, extendedTo: toDay('2026-06-01') })).toBe('2026-09-30');
  });

  it('knows when months end in years of which no bank holiday is known', () => {
    expect(dueDay(clock(adults, '2031-01-01'))).toBe('2031-06-30');
    expect(acknowledgeDueDay(clock(adults, '2031-01-01'))).toBeNull();
  });
});

describe('extensions', () => {
  const stage = clock(childrens1, '2022-09-12');

  it.each([
    ['a later day holds', '2022-10-04', '2022-10-04'],
    ['an earlier one shortens nothing', '2022-09-20', '2022-09-27'],
    ['none leaves the limit', null, '2022-09-27'],
  ])('%s', (_what, extendedTo, expected) => {
    expect(dueDay({ ...stage, extendedTo: extendedTo === null ? null : toDay(extendedTo) })).toBe(expected);
  });

  it('is null where the procedure allows none', () => {
    expect(latestExtension(clock(adults, '2022-09-12'))).toBeNull();
  });
});

describe('outside the calendar’s years', () => {
  it.each(['2017-12-29', '2028-12-28', '2031-01-01'])(
    'a stage received on %s has no limit that anybody knows',
    (receivedOn) => {
      const stage = clock(code(10), receivedOn, receivedOn);
      expect([acknowledgeDueDay(stage), dueDay(stage), latestExtension(stage)]).toEqual([null, null, null]);
    },
  );

  it('is due on the day agreed, where there is one', () => {
    expect(dueDay({ ...clock(code(10), '2031-01-01'), extendedTo: toDay('2031-02-03') })).toBe('2031-02-03');
  });

  it('knows an answer’s day but not an extension that runs past the end', () => {
    const stage = clock(childrens1, '2028-12-11');
    expect(dueDay(stage)).toBe('2028-12-27');
    expect(latestExtension(stage)).toBeNull();
  });
});

describe('properties of the Code’s clock', () => {
  const received = fc.integer({ min: 17_532, max: 21_000 }).map(dayFromNumber);
  const acknowledged = fc.option(fc.integer({ min: -5, max: 60 }));
  const dueAfter = (receivedOn: Day, delay: number | null) =>
    dueDay({
      rule: code(10),
      receivedOn,
      acknowledgedOn: delay === null ? null : addDays(receivedOn, delay),
      calendar,
    });

  it('is due 10 to 15 working days after receipt, whenever it was acknowledged', () => {
    fc.assert(
      fc.property(received, acknowledged, (receivedOn, delay) => {
        const due = dueAfter(receivedOn, delay);
        const [earliest, latest] = [10, 15].map((count) =>
          addWorkingDays({ from: receivedOn, count, calendar }),
        );
        expect(due !== null && due >= earliest! && due <= latest!).toBe(true);
      }),
    );
  });

  it('is never due later for an earlier acknowledgement', () => {
    fc.assert(
      fc.property(received, fc.integer({ min: 0, max: 60 }), (receivedOn, delay) => {
        expect(dueAfter(receivedOn, delay)! <= dueAfter(receivedOn, delay + 1)!).toBe(true);
        expect(dueAfter(receivedOn, delay)! <= dueAfter(receivedOn, null)!).toBe(true);
      }),
    );
  });
});
