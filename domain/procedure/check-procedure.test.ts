import { type Day, toDay } from '../calendar/day';
import { checkProcedure } from './check-procedure';
import type { StageRule } from './procedure';

const rule = (changes: Partial<StageRule> = {}): StageRule => ({
  stage: 1,
  inForceFrom: toDay('2018-01-01'),
  source: 'a test',
  acknowledgeWithin: { workingDays: 3 },
  answerWithin: { workingDays: 10, from: 'received' },
  extendBy: { workingDays: 10 },
  reachedOnlyByEscalation: false,
  ...changes,
});
const check = (...rules: readonly StageRule[]) => checkProcedure({ stream: 'test', rules });

describe('checkProcedure', () => {
  it('finds nothing wrong with versions in order, limits or none, and a stage for the escalated alone', () => {
    const problems = check(
      rule(),
      rule({ inForceFrom: toDay('2026-04-01'), answerWithin: { workingDays: 10, from: 'acknowledged' } }),
      rule({ stage: 2, acknowledgeWithin: null, extendBy: null, reachedOnlyByEscalation: true }),
    );
    expect(problems).toEqual([]);
  });

  it.each<[string, readonly StageRule[], readonly string[]]>([
    ['no stages', [], ['test: it has no stages.']],
    ['no stage 1', [rule({ stage: 2 })], ['test: stage 1 is missing, though stage 2 is there.']],
    ['a gap', [rule(), rule({ stage: 3 })], ['test: stage 2 is missing, though stage 3 is there.']],
    [
      'numbers that are no stages',
      [rule({ stage: 0 }), rule(), rule({ stage: 1.5 })],
      [
        'test: stage 0 is no stage: they are whole numbers from 1.',
        'test: stage 1.5 is no stage: they are whole numbers from 1.',
      ],
    ],
    [
      'stages out of order',
      [rule({ stage: 2 }), rule()],
      ['test: stage 1 from 2018-01-01: stages must stand in order.'],
    ],
    [
      'versions out of order',
      [rule({ inForceFrom: toDay('2026-04-01') }), rule()],
      ['test: stage 1 from 2018-01-01: versions must stand in order of their days.'],
    ],
    [
      'two versions of one day',
      [rule(), rule()],
      ['test: stage 1 from 2018-01-01: two versions come into force on one day.'],
    ],
    ['a blank source', [rule({ source: ' ' })], ['test: stage 1 from 2018-01-01: it names no source.']],
    [
      'a date that is none',
      [rule({ inForceFrom: '2021-02-31' as Day })],
      ['test: stage 1 from 2021-02-31: the date it is in force from is not a day of the calendar.'],
    ],
    [
      'an answer from an acknowledgement that nothing asks for',
      [rule({ acknowledgeWithin: null, answerWithin: { workingDays: 10, from: 'acknowledged' } })],
      [
        'test: stage 1 from 2018-01-01: its answer runs from acknowledgement, but it has no limit to acknowledge.',
      ],
    ],
    [
      'a first stage reached by escalation',
      [rule({ reachedOnlyByEscalation: true })],
      ['test: stage 1 from 2018-01-01: nothing comes before stage 1, so it cannot be reached by escalation.'],
    ],
  ])('reports %s', (_what, rules, expected) => {
    expect(check(...rules)).toEqual(expected);
  });

  it.each([0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'takes no limit of %d working days',
    (workingDays) => {
      const problems = check(
        rule({
          acknowledgeWithin: { workingDays },
          answerWithin: { workingDays, from: 'received' },
          extendBy: { workingDays },
        }),
      );
      const wrong = `must be a whole number of working days above 0, not ${workingDays}.`;
      expect(problems).toEqual([
        `test: stage 1 from 2018-01-01: the limit to acknowledge ${wrong}`,
        `test: stage 1 from 2018-01-01: the limit to answer ${wrong}`,
        `test: stage 1 from 2018-01-01: the extension ${wrong}`,
      ]);
    },
  );

  it('takes calendar months for an answer, but none and no part of one', () => {
    const months = (count: number) => rule({ answerWithin: { months: count, from: 'received' } });
    expect(check(months(6))).toEqual([]);
    const wrong =
      'test: stage 1 from 2018-01-01: the limit to answer must be a whole number of calendar months above 0, not';
    expect([0, -6, 0.5].flatMap((count) => check(months(count)))).toEqual([
      `${wrong} 0.`,
      `${wrong} -6.`,
      `${wrong} 0.5.`,
    ]);
  });

  it('reports everything at once', () => {
    const problems = check(
      rule({ stage: 3, source: '' }),
      rule({ stage: 3, inForceFrom: toDay('2017-01-01'), extendBy: { workingDays: 0 } }),
      rule({ reachedOnlyByEscalation: true }),
    );
    expect(problems).toHaveLength(6);
  });
});
