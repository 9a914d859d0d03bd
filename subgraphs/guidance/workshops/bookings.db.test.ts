import { type TestGuidance, testGuidance } from '../testing';
import { ID, MANAGER, OTHER, type Shown, workshopCommands } from './testing';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

let guidance: TestGuidance;
beforeAll(async () => {
  guidance = await testGuidance();
});
afterAll(() => guidance.stop());
const { book, change, giveUp, mine, save } = workshopCommands(() => guidance);

describe('booking', () => {
  beforeAll(() => save(ID, 0, 2));

  it('gives seats in the order of booking, and then places to wait', async () => {
    expect(await book('ann')).toMatchObject({ taken: 1, waiting: 0, myBooking: { waitingBehind: null } });
    expect(await book('ben')).toMatchObject({ taken: 2, waiting: 0, myBooking: { waitingBehind: null } });
    expect(await book('cat')).toMatchObject({ taken: 2, waiting: 1, myBooking: { waitingBehind: 0 } });
    expect(await book('dan')).toMatchObject({ taken: 2, waiting: 2, myBooking: { waitingBehind: 1 } });
  });

  it('twice is booking once', async () => {
    expect(await book('ben')).toMatchObject({ taken: 2, waiting: 2 });
  });

  it('is given up once, and who waits moves up', async () => {
    expect(await giveUp('ann')).toMatchObject({ taken: 2, waiting: 1, myBooking: null });
    expect(await giveUp('ann')).toMatchObject({ taken: 2, waiting: 1, myBooking: null });
    expect(await mine('cat')).toMatchObject({ myBooking: { waitingBehind: null } });
    expect(await mine('dan')).toMatchObject({ myBooking: { waitingBehind: 0 } });
    expect(await book('ann')).toMatchObject({ waiting: 2, myBooking: { waitingBehind: 1 } });
  });

  it('moves up where there are more seats', async () => {
    await save(ID, 1, 3);
    expect(await mine('dan')).toMatchObject({ taken: 3, waiting: 1, myBooking: { waitingBehind: null } });
  });

  it('by many at once fills the seats, each place once', async () => {
    await save(OTHER, 0, 3);
    const booked = await Promise.all(['e1', 'e2', 'e3', 'e4', 'e5'].map((subject) => book(subject, OTHER)));
    expect(booked.map(({ __typename }) => __typename)).toEqual(Array(5).fill('Workshop'));
    const { workshop } = await guidance.data<{ workshop: { bookings: { place: number }[] } & Shown }>(
      `{ workshop(id: "${OTHER}") { taken waiting bookings { place } } }`,
    );
    expect(workshop).toMatchObject({ taken: 3, waiting: 2 });
    expect(workshop.bookings.map(({ place }) => place)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is refused for no name, no workshop, and by who does not answer complaints', async () => {
    expect(await change(`bookWorkshop(id: "${ID}", name: " ")`, MANAGER)).toMatchObject({
      code: 'NAME_UNUSABLE',
    });
    expect(await change('bookWorkshop(id: "x", name: "A")', MANAGER)).toMatchObject({
      code: 'WORKSHOP_NOT_FOUND',
    });
    for (const role of ['auditor', 'partner']) {
      const { data, errors } = await guidance.ask(
        `mutation { bookWorkshop(id: "${ID}", name: "A") { __typename } }`,
        { role },
      );
      expect([data?.bookWorkshop, errors?.length]).not.toEqual([{ __typename: 'Workshop' }, undefined]);
    }
  });

  it('shows each their own, and the team everybody', async () => {
    const names = async (role: string, subject: string) => {
      const { workshop } = await guidance.data<{ workshop: { bookings: { name: string }[] } }>(
        `{ workshop(id: "${ID}") { bookings { name } } }`,
        { role, subject },
      );
      return workshop.bookings.map(({ name }) => name);
    };
    expect(await names('manager', 'ben')).toEqual(['ben Made-Up']);
    expect(await names('officer', 'olu')).toHaveLength(4);
  });

  it('finds the workshops that one has booked', async () => {
    const booked = async (subject: string) => {
      const { workshops } = await guidance.data<{ workshops: { totalCount: number } }>(
        '{ workshops(where: { bookedByMe: true, upcoming: true }) { totalCount } }',
        { ...MANAGER, subject },
      );
      return workshops.totalCount;
    };
    expect([await booked('ben'), await booked('e1'), await booked('nobody')]).toEqual([1, 1, 0]);
  });
});
