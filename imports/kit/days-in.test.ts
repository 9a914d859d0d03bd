import fc from 'fast-check';
import { addDays, toDay } from '../../domain/calendar/day';
import { dayIn, eventDay, lastUpdatedIn, receivedDay } from './days-in';
import { faultsFor } from './row-faults';

type Code =
  | 'RECEIVED_MISSING'
  | 'RECEIVED_UNREADABLE'
  | 'RECEIVED_IN_FUTURE'
  | 'LAST_UPDATED_UNREADABLE'
  | 'UNREADABLE'
  | 'BEFORE'
  | 'AFTER';
const codes: readonly Code[] = [
  'RECEIVED_MISSING',
  'RECEIVED_UNREADABLE',
  'RECEIVED_IN_FUTURE',
  'LAST_UPDATED_UNREADABLE',
  'UNREADABLE',
  'BEFORE',
  'AFTER',
];
const actions = Object.fromEntries(codes.map((code) => [code, 'Noted.'])) as Record<Code, string>;
const start = faultsFor<'On', Code>({ actions, personalColumns: new Set() });
const rowOf = (cell: string) => start({ line: 2, cells: { On: cell } });
const today = toDay('2021-06-30');
const receivedOn = toDay('2021-05-04');

describe('a day of receipt', () => {
  it.each([
    ['04/05/2021', '2021-05-04', []],
    ['30/06/2021', '2021-06-30', []],
    ['01/07/2021', null, ['RECEIVED_IN_FUTURE']],
    [' ', null, ['RECEIVED_MISSING']],
    ['unknown', null, ['RECEIVED_UNREADABLE']],
  ])('%s', (cell, day, faults) => {
    const row = rowOf(cell);
    expect(receivedDay(row, { column: 'On', today })).toBe(day);
    expect(row.faults.map(({ code }) => code)).toEqual(faults);
  });
});

describe('another day', () => {
  it('is none where it cannot be read, with its fault, and where nothing is written, without one', () => {
    const [unreadable, none] = [rowOf('31/02/2021'), rowOf('')];
    expect(dayIn(unreadable, { column: 'On', unreadable: 'UNREADABLE' })).toBeNull();
    expect(dayIn(none, { column: 'On', unreadable: 'UNREADABLE' })).toBeNull();
    expect([unreadable.faults.length, none.faults.length]).toEqual([1, 0]);
  });
});

describe('the day of an event', () => {
  const column = { column: 'On', unreadable: 'UNREADABLE', before: 'BEFORE', after: 'AFTER' } as const;

  it('is never before receipt, and after today it is kept and noted, whichever day it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (days) => {
        const day = addDays(receivedOn, days);
        const row = rowOf(day);
        const read = eventDay(row, column, { receivedOn, today });
        expect(read).toBe(day < receivedOn ? null : day);
        const expected = day < receivedOn ? ['BEFORE'] : day > today ? ['AFTER'] : [];
        expect(row.faults.map(({ code }) => code)).toEqual(expected);
      }),
    );
  });

  it('may lie ahead where that is nothing strange', () => {
    const row = rowOf('2021-12-01');
    const { after: _, ...calm } = column;
    expect(eventDay(row, calm, { receivedOn, today })).toBe('2021-12-01');
    expect(row.faults).toEqual([]);
  });
});

describe('when a record last changed', () => {
  it.each([
    ['04/05/2021 09:30', '2021-05-04T09:30:00', 0],
    ['', null, 0],
    ['recently', null, 1],
  ])('%s', (cell, at, faults) => {
    const row = rowOf(cell);
    expect(lastUpdatedIn(row, 'On')).toBe(at);
    expect(row.faults).toHaveLength(faults);
  });
});
