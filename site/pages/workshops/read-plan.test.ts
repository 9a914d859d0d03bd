import { readPlan, typedOf } from './read-plan';

const FORM = {
  ...{ id: 'a', basedOnVersion: '3', title: ' Stage 1 ', about: 'Bring a case.', place: 'Room 2' },
  ...{ 'on-day': '1', 'on-month': '7', 'on-year': '2027', time: '9.30am', minutes: '90', seats: '12' },
  heldBy: 'Head of complaints',
};
const problems = (form: object) => readPlan({ ...FORM, ...form }).problems.map(({ field }) => field);

describe('the form of a workshop', () => {
  it('is read as it is meant, at a time in London', () => {
    expect(readPlan(FORM)).toMatchObject({
      ...{ id: 'a', basedOnVersion: 3, problems: [] },
      plan: { title: 'Stage 1', startsAt: '2027-07-01T08:30:00.000Z', minutes: 90, seats: 12 },
    });
  });

  it('says what is wrong with each field, and keeps what was typed', () => {
    const { typed, plan } = readPlan({ ...FORM, seats: 'many' });
    expect([typed.seats, plan]).toEqual(['many', null]);
    expect(problems({ seats: '0' })).toEqual(['seats']);
    expect(problems({ minutes: '10.5', 'on-month': '13' })).toEqual(['on', 'minutes']);
    expect(problems({ title: ' ', about: '', place: '', heldBy: '' })).toEqual([
      ...['title', 'about', 'place', 'heldBy'],
    ]);
    expect(problems({ time: '25:00' })).toEqual(['time']);
    expect(readPlan({}).problems.map(({ field }) => field)).toEqual([
      ...['title', 'about', 'on', 'time', 'minutes', 'place', 'heldBy', 'seats'],
    ]);
  });

  it('takes no time that the clocks skip', () => {
    const form = { ...FORM, 'on-day': '28', 'on-month': '3', time: '1:30am' };
    expect(readPlan(form).problems).toEqual([{ field: 'time', says: expect.stringContaining('forward') }]);
  });

  it('says of what is planned what would plan it so', () => {
    const { plan, typed } = readPlan(FORM);
    if (plan === null) throw new Error('It was not read');
    const workshop = { ...plan, id: 'a', version: 3, taken: 0, waiting: 0, hasBegun: false };
    const said = typedOf({ ...workshop, cancelledBecause: null, myBooking: null });
    expect(readPlan(said).plan).toEqual(plan);
    expect(said).toEqual({ ...typed, time: '09:30' });
  });
});
