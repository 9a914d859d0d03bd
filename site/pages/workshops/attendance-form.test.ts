import { bookingRows, overtakenBy, readAttendance } from './attendance-form';

const booking = (place: number, attended: boolean | null, waitingBehind: number | null = null) => ({
  ...{ place, name: `Person ${place}`, bookedAt: '2026-11-29T12:00:00Z', waitingBehind, attended },
});
const BOOKED = [booking(1, null), booking(2, true), booking(3, null, 0)];

describe('recording who came', () => {
  const read = readAttendance({ was: ['1:', '2:yes', '3:'], came: ['1', '9'] });

  it('takes who is ticked as having come, and who is listed and not ticked as having not', () => {
    expect(read).toMatchObject({ attended: [1], missed: [2, 3] });
    expect(readAttendance({ was: '1:', came: '1' })).toMatchObject({ attended: [1], missed: [] });
    expect(readAttendance({ was: ['x:yes', '-1:', ''] })).toMatchObject({ attended: [], missed: [] });
  });

  it('shows what is recorded, or what was ticked', () => {
    expect(bookingRows(BOOKED, null).map(({ isTicked, seat }) => [isTicked, seat])).toEqual([
      [false, 'Has a seat'],
      [true, 'Has a seat'],
      [false, 'Number 1 on the waiting list'],
    ]);
    expect(bookingRows(BOOKED, read).map(({ isTicked }) => isTicked)).toEqual([true, false, false]);
  });

  it('notices what somebody else recorded meanwhile, and only where it differs', () => {
    expect(overtakenBy(BOOKED, read)).toEqual([]);
    expect(overtakenBy([booking(1, true), booking(2, false)], read)).toEqual([]);
    expect(overtakenBy([booking(1, false), booking(2, true)], read)).toEqual([
      { field: 'came-1', says: expect.stringContaining('Person 1 did not come') },
    ]);
  });
});
