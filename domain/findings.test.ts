import { toDay } from './calendar/day';
import { isAnsweredInTime, isOverdue } from './findings';

const day = (text: string | null) => (text === null ? null : toDay(text));

describe('isAnsweredInTime', () => {
  it.each([
    ['before the due day', '2021-04-19', '2021-04-20', true],
    ['on the due day', '2021-04-20', '2021-04-20', true],
    ['the day after', '2021-04-21', '2021-04-20', false],
    ['no answer yet', null, '2021-04-20', null],
    ['no due day known', '2021-04-20', null, null],
  ])('%s', (_when, answeredOn, dueOn, expected) => {
    expect(isAnsweredInTime({ answeredOn: day(answeredOn), dueOn: day(dueOn) })).toBe(expected);
  });
});

describe('isOverdue', () => {
  it.each([
    ['open on the due day', false, '2021-04-20', '2021-04-20', false],
    ['open the day after', false, '2021-04-20', '2021-04-21', true],
    ['ended, however late', true, '2021-04-20', '2021-06-01', false],
    ['ended, no due day known', true, null, '2021-06-01', false],
    ['open, no due day known', false, null, '2021-06-01', null],
  ])('%s', (_when, ended, dueOn, today, expected) => {
    expect(isOverdue({ ended, dueOn: day(dueOn), today: toDay(today) })).toBe(expected);
  });
});
