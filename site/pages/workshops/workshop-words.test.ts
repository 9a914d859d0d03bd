import { timeWords } from '../../words/times';
import { ownPlaceWords, seatsWords, whenWords } from './workshop-words';

describe('a workshop in words', () => {
  it('is at a time in London, whatever the season', () => {
    expect(whenWords({ startsAt: '2026-12-10T09:30:00.000Z', minutes: 90 })).toBe(
      'Thursday 10 December 2026, 9:30am to 11am',
    );
    expect(whenWords({ startsAt: '2027-07-01T11:00:00.000Z', minutes: 120 })).toBe(
      'Thursday 1 July 2027, midday to 2pm',
    );
    expect(whenWords({ startsAt: '2026-12-10T23:00:00.000Z', minutes: 90 })).toBe(
      'Thursday 10 December 2026, 11pm to 12:30am on Friday 11 December 2026',
    );
    expect(timeWords('00:00:00')).toBe('midnight');
  });

  it.each([
    [{ seats: 12, taken: 5, waiting: 0 }, '7 of 12 seats left'],
    [{ seats: 2, taken: 2, waiting: 0 }, 'All 2 seats are taken, nobody waits'],
    [{ seats: 1, taken: 1, waiting: 3 }, 'The one seat is taken, 3 on the waiting list'],
  ])('has seats: %j', (workshop, words) => expect(seatsWords(workshop)).toBe(words));

  it('says what one has booked', () => {
    const booked = (waitingBehind: number | null, attended: boolean | null, hasBegun = false) =>
      ownPlaceWords({ hasBegun, myBooking: { name: 'Somebody', waitingBehind, attended } });
    expect(ownPlaceWords({ hasBegun: false, myBooking: null })).toBeNull();
    expect(booked(null, null)).toBe('You have a seat');
    expect(booked(1, null)).toBe('You are number 2 on the waiting list');
    expect(booked(null, null, true)).toBe('You had a seat');
    expect(booked(0, null, true)).toBe('You were on the waiting list');
    expect(booked(null, true, true)).toBe('You were there');
    expect(booked(null, false, true)).toBe('You were not there');
  });
});
