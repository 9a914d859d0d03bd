import { listView, shown } from './list-view';

const workshop = (title: string, more: object = {}) => ({
  ...{ id: 'a b', title, startsAt: '2026-12-10T09:30:00.000Z', minutes: 90, place: 'Room 2', heldBy: 'Me' },
  ...{ seats: 2, taken: 1, waiting: 0, hasBegun: false, cancelledBecause: null, myBooking: null },
  ...more,
});
const BOOKED = { myBooking: { name: 'Ana', waitingBehind: null, attended: null } };

describe('the list of workshops', () => {
  it('has one’s own apart, and what is over with the last first', () => {
    const view = listView(
      [workshop('A'), workshop('B', BOOKED)],
      [workshop('C'), workshop('D', BOOKED)],
      'analyst',
    );
    const titles = (all: readonly { title: string }[]) => all.map(({ title }) => title);
    expect([titles(view.mine), titles(view.others), titles(view.past)]).toEqual([['B'], ['A'], ['D', 'C']]);
    expect([view.mayPlan, listView([], [], 'officer').mayPlan]).toEqual([false, true]);
  });

  it('says of one that was called off nothing of seats that one had', () => {
    expect(shown(workshop('A', BOOKED))).toMatchObject({ own: 'You have a seat', href: '/workshops/a%20b' });
    expect(shown(workshop('A', { ...BOOKED, cancelledBecause: 'Illness' })).own).toBeNull();
  });
});
