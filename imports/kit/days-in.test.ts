import fc from 'fast-check';
import { addDays, toDay } from '../../domain/calendar/day';
import { dueDayIn, endsNothing, eventDay, lastUpdatedIn, receivedDay } from './days-in';
import { faultsFor } from './row-faults';

type Code =
  | 'RECEIVED_MISSING'
  | 'RECEIVED_UNREADABLE'
  | 'RECEIVED_IN_FUTURE'
  | 'LAST_UPDATED_UNREADABLE'
  | 'LAST_UPDATED_IN_FUTURE'
  | 'UNREADABLE'
  | 'BEFORE'
  | 'AFTER';
const codes: readonly Code[] = [
  'RECEIVED_MISSING',
  'RECEIVED_UNREADABLE',
  'RECEIVED_IN_FUTURE',
  'LAST_UPDATED_UNREADABLE',
  'LAST_UPDATED_IN_FUTURE',
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
    ['1990-01-01', '1990-01-01', []],
    ['1989-12-31', null, ['RECEIVED_UNREADABLE']],
    ['1900-01-01', null, ['RECEIVED_UNREADABLE']],
    ['0001-01-01', null, ['RECEIVED_UNREADABLE']],
    ['9999-12-31', null, ['RECEIVED_IN_FUTURE']],
  ])('%s', (cell, day, faults) => {
    const row = rowOf(cell);
    expect(receivedDay(row, 'On', { today })).toBe(day);
    expect(row.faults.map(({ code }) => code)).toEqual(faults);
  });
});

describe('a day of receipt that is held', () => {
  it('is whatever the rules of before let pass', () => {
    expect(receivedDay(rowOf('1900-01-01'), 'On', { today, isHeld: true })).toBe('1900-01-01');
  });
});

describe('an end', () => {
  it.each([
    ['0001-01-01T00:00:00', true],
    ['00/00/0000', true],
    ['01/01/1753', true],
    ['1900-01-01', true],
    ['25569', true],
    ['2021-07-01', true],
    ['9999-12-31', true],
    ['2021-06-30', false],
    ['1990-01-01', false],
    ['31/02/2021', false],
    ['n/a', false],
    ['', false],
  ])('of "%s" ends nothing: %s', (cell, expected) => {
    expect(endsNothing(cell, { today })).toBe(expected);
  });
});

describe('a day to come', () => {
  const due = { column: 'On', unreadable: 'UNREADABLE' } as const;

  it('is from 1990 to five years after the receipt, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -14_000, max: 4_000 }), (days) => {
        const day = addDays(receivedOn, days);
        const row = rowOf(day);
        const isMeant = day >= '1990-01-01' && day <= '2026-05-04';
        expect(dueDayIn(row, due, receivedOn)).toBe(isMeant ? day : null);
        expect(row.faults.length).toBe(isMeant ? 0 : 1);
      }),
    );
  });

  it('may be the last day of five years from a leap day', () => {
    expect(dueDayIn(rowOf('2025-02-28'), due, toDay('2020-02-29'))).toBe('2025-02-28');
    expect(dueDayIn(rowOf('2025-03-01'), due, toDay('2020-02-29'))).toBeNull();
  });
});

describe('another day', () => {
  it('is none where it cannot be read, with its fault, and where nothing is written, without one', () => {
    const [unreadable, none] = [rowOf('31/02/2021'), rowOf('')];
    expect(dueDayIn(unreadable, { column: 'On', unreadable: 'UNREADABLE' }, receivedOn)).toBeNull();
    expect(dueDayIn(none, { column: 'On', unreadable: 'UNREADABLE' }, receivedOn)).toBeNull();
    expect([unreadable.faults.length, none.faults.length]).toEqual([1, 0]);
  });
});

describe('the day of an event', () => {
  const column = { column: 'On', unreadable: 'UNREADABLE', before: 'BEFORE', after: 'AFTER' } as const;

  it('is never before receipt nor after today, whichever day it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (days) => {
        const day = addDays(receivedOn, days);
        const row = rowOf(day);
        const read = eventDay(row, column, { receivedOn, today });
        expect(read).toBe(day < receivedOn || day > today ? null : day);
        const expected = day < receivedOn ? ['BEFORE'] : day > today ? ['AFTER'] : [];
        expect(row.faults.map(({ code }) => code)).toEqual(expected);
      }),
    );
  });

  it.each(['1900-01-01', '0001-01-01', 'soon'])('is none where it is written as %s', (cell) => {
    const row = rowOf(cell);
    expect(eventDay(row, column, { receivedOn: toDay('1990-01-01'), today })).toBeNull();
    expect(row.faults.map(({ code }) => code)).toEqual(['UNREADABLE']);
  });

  it('may be before the receipt where nothing forbids that', () => {
    const row = rowOf('2021-01-01');
    const { before: _, ...calm } = column;
    expect(eventDay(row, calm, { receivedOn, today })).toBe('2021-01-01');
    expect(row.faults).toEqual([]);
  });
});

describe('when a record last changed', () => {
  it.each([
    ['04/05/2021 09:30', '2021-05-04T09:30:00', 0],
    ['', null, 0],
    ['recently', null, 1],
    ['30/06/2021 23:59', '2021-06-30T23:59:00', 0],
    ['01/07/2021 00:00', null, 1],
    ['1900-01-01', null, 1],
  ])('%s', (cell, at, faults) => {
    const row = rowOf(cell);
    expect(lastUpdatedIn(row, 'On', { today })).toBe(at);
    expect(row.faults).toHaveLength(faults);
  });
});
