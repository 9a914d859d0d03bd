import { englandAndWales as calendar } from '../../domain/calendar/bank-holidays';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { acknowledgeBy, daysToAnswer } from './clock-days';

const dated = corporate.stream;

describe('the days that a stage is judged by', () => {
  it('count an answer from the day of receipt, which is 0, over working days alone', () => {
    const of = (received_on: string, answered_on: string | null) =>
      daysToAnswer({ received_on, answered_on }, calendar);
    expect(of('2021-08-26', '2021-08-26')).toBe(0);
    expect(of('2021-08-26', '2021-08-31')).toBe(2);
    expect(of('2021-08-28', '2021-08-31')).toBe(1);
    expect(of('2021-08-26', null)).toBeNull();
    expect(of('2021-08-26', '9999-12-31')).toBeNull();
  });

  it('give the last day to acknowledge by the rule of the day of receipt, and none where there is no rule', () => {
    const of = (number: number, received_on: string) => acknowledgeBy({ number, received_on }, dated);
    expect(of(1, '2026-06-05')).toBe('2026-06-12');
    expect(of(9, '2026-06-05')).toBeNull();
    expect(of(1, '1900-01-01')).toBeNull();
  });
});
