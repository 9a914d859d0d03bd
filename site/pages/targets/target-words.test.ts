import type { TargetLineFragment } from '../../operations/__generated__/operations';
import { decisionRows, standsWords, targetYears } from './target-words';

const target = (part: Partial<TargetLineFragment> = {}): TargetLineFragment => ({
  ...{ id: 'IN_TIME_RATE.2021-22.CORPORATE.1.service:parking', financialYear: '2021-22', version: 1 },
  definition: {
    measure: 'IN_TIME_RATE',
    title: 'Share answered in time',
    unit: 'RATE',
    polarity: 'HIGHER_IS_BETTER',
  },
  ...{ stream: 'CORPORATE' as const, stage: 1, directorate: null, service: 'Parking' },
  ...{ value: 0.9, tolerance: 5, source: 'Cabinet', isEnded: false },
  ...part,
});
const OVERDUE = {
  measure: 'OVERDUE',
  title: 'Overdue',
  unit: 'COUNT',
  polarity: 'LOWER_IS_BETTER',
} as const;

describe('targets in words', () => {
  it('are by year, each with what it is of and what becomes of a miss', () => {
    const whole = { definition: OVERDUE, stream: null, stage: null, service: null, value: 12, tolerance: 0 };
    const years = targetYears([target(), target({ ...whole, financialYear: '2020-21' })]);
    expect(years.map(({ financialYear, rows }) => [financialYear, rows.length])).toEqual([
      ['2021-22', 1],
      ['2020-21', 1],
    ]);
    expect(years[0]?.rows[0]).toMatchObject({
      ...{ of: 'Corporate, stage 1, Parking', aim: 'At least 90\u00a0%', tolerance: 'Amber within 5 points' },
      href: '/targets/IN_TIME_RATE.2021-22.CORPORATE.1.service%3Aparking',
    });
    expect(years[1]?.rows[0]).toMatchObject({
      of: 'All complaints',
      aim: 'At most 12',
      tolerance: 'No amber',
    });
  });

  it('begin with a capital where they are of a stage alone', () => {
    expect(targetYears([target({ stream: null, service: null })])[0]?.rows[0]?.of).toBe('Stage 1');
  });

  it('say how they stand to whoever typed something else', () => {
    expect(standsWords(target())).toContain('At least 90\u00a0%. Amber within 5 points');
    expect(standsWords(target({ isEnded: true }))).toBe('it was ended');
  });

  it('have what was decided on them, when and why', () => {
    const by = { decidedBy: 'olu', decidedAt: '2026-11-29T12:00:00Z' };
    const decisions = [
      { version: 2, value: 0.9, tolerance: 5, reason: 'Taken back', isEnded: true, ...by },
      { version: 1, value: 0.9, tolerance: 5, reason: 'Cabinet', isEnded: false, ...by },
    ];
    expect(decisionRows({ ...target(), decisions })).toEqual([
      { what: 'Ended', tolerance: '', reason: 'Taken back', by: 'olu', on: '29 Nov 2026' },
      {
        ...{ what: 'At least 90\u00a0%', tolerance: 'Amber within 5 points', reason: 'Cabinet' },
        ...{ by: 'olu', on: '29 Nov 2026' },
      },
    ]);
  });
});
