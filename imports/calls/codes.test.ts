import { toDay } from '../../domain/calendar/day';
import { type CallGroup, groupOf, QUEUES, type QueueInForce } from './codes';

const on = toDay('2021-04-01');

describe('the queues of the telephony system', () => {
  it.each([
    ['COMPLAINTS_MAIN', 'Complaints'],
    [' complaints  ', 'Complaints'],
    ['Complaints - ASC', 'Complaints - ASC'],
    ['COMPLAINTS -  asc', 'Complaints - ASC'],
  ])('belong to a group, whatever their case and spaces: "%s"', (queue, name) => {
    expect(groupOf({ queue, on })?.name).toBe(name);
  });

  it.each(['Complaints-ASC', 'Complaint', 'Switchboard', ''])('are not guessed: "%s"', (queue) => {
    expect(groupOf({ queue, on })).toBeNull();
  });

  it('say each where they are known from, and begin once on a day', () => {
    expect(QUEUES.filter(({ source }) => source === '')).toEqual([]);
    expect(new Set(QUEUES.map(({ queue, from }) => `${queue} ${from}`)).size).toBe(QUEUES.length);
  });

  it('belong to the group of the day on which a call was offered', () => {
    const [old, moved]: CallGroup[] = [
      { name: 'Old', stream: 'corporate' },
      { name: 'New', stream: 'adults' },
    ];
    const line = { queue: 'Q1', source: 'a test' };
    const queues: QueueInForce[] = [
      { ...line, from: toDay('2022-04-01'), group: moved! },
      { ...line, from: toDay('2021-04-01'), group: old! },
    ];
    const nameOn = (day: string) => groupOf({ queue: 'q1', on: toDay(day) }, queues)?.name ?? null;
    expect(['2021-03-31', '2021-04-01', '2022-03-31', '2022-04-01'].map(nameOn)).toEqual([
      null,
      'Old',
      'Old',
      'New',
    ]);
  });
});
