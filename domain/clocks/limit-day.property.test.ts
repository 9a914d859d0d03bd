import fc from 'fast-check';
import { englandAndWales as calendar } from '../calendar/bank-holidays';
import { addDays, type Day, toDay } from '../calendar/day';
import type { StageRule } from '../procedure/procedure';
import { acknowledgeDueDay, dueDay, latestExtension } from './due';
import { limitsOfRule } from './imported-stage';
import { type ClockedStage, limitDay } from './limit-day';
import { byTheCode, calendars, limitOf, source, stageReceived, workingDays } from './testing/stages';

const FIRST = toDay('2018-01-02');
const aDay = fc.nat(3_500).map((count) => addDays(FIRST, count));
const aDelay = fc.option(fc.integer({ min: -3, max: 60 }));
const dueOf = (limit: ReturnType<typeof limitOf>, stage: ClockedStage) =>
  limitDay({ limit, stage, version: { limits: [limit] }, calendars }).dueOn;
const paused = limitOf({
  pausedBy: ['ADVOCATE'],
  extension: { by: workingDays(10), isPassableForGoodReason: false, source },
});

describe('the days of a limit, always', () => {
  const rules: fc.Arbitrary<StageRule> = fc.record({
    stage: fc.constant(1),
    inForceFrom: fc.constant(FIRST),
    source: fc.constant('A test'),
    acknowledgeWithin: fc.record({ workingDays: fc.integer({ min: 1, max: 5 }) }),
    answerWithin: fc.oneof(
      fc.record({
        workingDays: fc.integer({ min: 5, max: 65 }),
        from: fc.constantFrom('received' as const, 'acknowledged' as const),
      }),
      fc.record({ months: fc.integer({ min: 1, max: 12 }), from: fc.constant('received' as const) }),
    ),
    extendBy: fc.option(fc.record({ workingDays: fc.integer({ min: 1, max: 40 }) })),
    reachedOnlyByEscalation: fc.constant(false),
  });

  it('are those by which imported stages are dated', () => {
    fc.assert(
      fc.property(rules, aDay, aDelay, aDelay, (rule, receivedOn, acknowledged, extended) => {
        const acknowledgedOn = acknowledged === null ? null : addDays(receivedOn, acknowledged);
        const extendedTo = extended === null ? null : addDays(receivedOn, extended);
        const clock = { rule, receivedOn, acknowledgedOn, calendar };
        const limits = limitsOfRule(rule);
        const stage = stageReceived(receivedOn, {
          acknowledgedOn,
          extensions:
            extendedTo === null
              ? []
              : [{ limit: 'ANSWER', on: receivedOn, to: extendedTo, isForGoodReason: false }],
        });
        const days = (name: string) =>
          limitDay({
            limit: limits.find((one) => one.name === name)!,
            stage,
            version: { limits },
            calendars,
          });
        expect(days('ACKNOWLEDGE').dueOn).toBe(acknowledgeDueDay(clock));
        expect(days('ANSWER').dueOn).toBe(dueDay({ ...clock, extendedTo }));
        expect(days('ANSWER').extendableTo).toBe(latestExtension(clock));
      }),
      { numRuns: 1_000 },
    );
  });

  it('are never earlier for a later receipt', () => {
    const spans = fc.oneof(
      fc.integer({ min: 1, max: 65 }).map(workingDays),
      fc.record({ count: fc.integer({ min: 1, max: 12 }), unit: fc.constant('MONTH' as const) }),
    );
    fc.assert(
      fc.property(spans, aDay, fc.nat(30), (within, receivedOn, later) => {
        const limit = limitOf({ within });
        const [one, other] = [receivedOn, addDays(receivedOn, later)].map((day) =>
          dueOf(limit, stageReceived(day)),
        );
        expect(one === null || other === null || one! <= other!).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are never earlier by an extension, nor by a suspension, and never by a later acknowledgement', () => {
    const [, answer] = byTheCode(5, 10);
    const version = { limits: byTheCode(5, 10) };
    fc.assert(
      fc.property(aDay, fc.nat(40), fc.nat(60), fc.nat(30), (receivedOn, on, length, more) => {
        const usual = dueOf(paused, stageReceived(receivedOn))!;
        const [from, to] = [addDays(receivedOn, on), addDays(receivedOn, on + length)];
        const extensions = [{ limit: 'ANSWER', on: receivedOn, to: from, isForGoodReason: false }];
        expect(dueOf(paused, stageReceived(receivedOn, { extensions }))! >= usual).toBe(true);
        const suspensions = [{ ground: 'ADVOCATE' as const, from, to }];
        expect(dueOf(paused, stageReceived(receivedOn, { suspensions }))! >= usual).toBe(true);
        const acknowledged = (days: number) =>
          limitDay({
            ...{ limit: answer, version, calendars },
            stage: stageReceived(receivedOn, { acknowledgedOn: addDays(receivedOn, days) }),
          }).dueOn!;
        const unanswered = limitDay({ limit: answer, version, calendars, stage: stageReceived(receivedOn) });
        expect(acknowledged(on) <= acknowledged(on + more)).toBe(true);
        expect(acknowledged(on + more) <= unanswered.dueOn!).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are the same for suspensions in whatever order they are told, and for one that is cut in two', () => {
    fc.assert(
      fc.property(aDay, fc.nat(15), fc.nat(20), fc.nat(20), (receivedOn, begins, first, second) => {
        const day = (count: number): Day => addDays(receivedOn, begins + count);
        const ground = 'ADVOCATE' as const;
        const whole = [{ ground, from: day(0), to: day(first + second) }];
        const parts = [
          { ground, from: day(0), to: day(first) },
          { ground, from: day(first), to: day(first + second) },
        ];
        const due = (suspensions: ClockedStage['suspensions']) =>
          dueOf(paused, stageReceived(receivedOn, { suspensions }));
        expect(due(parts)).toBe(due(whole));
        expect(due([...parts].reverse())).toBe(due(whole));
      }),
      { numRuns: 500 },
    );
  });
});
