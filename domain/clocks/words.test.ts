import { counted, spanInWords } from './words';

describe('spans in words', () => {
  it('say how they are counted', () => {
    expect(spanInWords({ count: 10, unit: 'SCHOOL_DAY' })).toBe(
      'It may take 10 school days: the next school day is day 1.',
    );
    expect(spanInWords({ count: 6, unit: 'MONTH' })).toBe(
      'It may take 6 calendar months, the first day included: weekends and holidays count.',
    );
    expect([counted(1, 'WORKING_DAY'), counted(0, 'WORKING_DAY')]).toEqual([
      '1 working day',
      '0 working days',
    ]);
  });
});
