import { inTransaction } from '../../../platform/transaction/transaction';
import { type TestGuidance, testGuidance } from '../testing';
import { ID, MANAGER, workshopCommands } from './testing';

let guidance: TestGuidance;
beforeAll(async () => {
  guidance = await testGuidance();
});
afterAll(() => guidance.stop());
const { begin, book, change, giveUp, mine, save } = workshopCommands(() => guidance);

describe('attendance', () => {
  beforeAll(async () => {
    await save(ID, 0, 3);
    for (const subject of ['ann', 'ben', 'cat', 'dan']) await book(subject);
    await giveUp('ann');
  });

  const record = (attended: string, missed: string, id = ID) =>
    change(`recordAttendance(id: "${id}", attended: [${attended}], missed: [${missed}])`);

  it('is refused before the beginning, and for places that nobody has', async () => {
    expect(await record('2', '')).toMatchObject({ code: 'WORKSHOP_NOT_BEGUN' });
    await begin(ID);
    expect(await record('1', '')).toMatchObject({ code: 'PLACE_NOT_FOUND' });
    expect(await record('2', '2')).toMatchObject({ code: 'PLACE_NOT_FOUND' });
    expect(await record('2', '', 'x')).toMatchObject({ code: 'WORKSHOP_NOT_FOUND' });
  });

  it('is recorded, corrected, and kept as who was trained', async () => {
    expect(await record('2, 3', '4')).toMatchObject({ __typename: 'Workshop' });
    expect(await record('', '3')).toMatchObject({ __typename: 'Workshop' });
    const trained = async (as: object) => {
      const { trainings } = await guidance.data<{ trainings: { edges: { node: object }[] } }>(
        '{ trainings { edges { node { name workshop { title } } } } }',
        as,
      );
      return trainings.edges.map(({ node }) => node);
    };
    const ben = { name: 'ben Made-Up', workshop: { title: 'Answering at stage 1' } };
    expect(await trained({})).toEqual([ben]);
    expect(await trained({ ...MANAGER, subject: 'ben' })).toEqual([ben]);
    expect(await trained({ ...MANAGER, subject: 'cat' })).toEqual([]);
    expect(await mine('cat')).toMatchObject({ myBooking: { attended: false } });
    expect(await mine('dan')).toMatchObject({ myBooking: { attended: false } });
  });

  it('comes after booking: nobody books what has begun', async () => {
    expect(await book('zoe')).toMatchObject({ code: 'WORKSHOP_OVER' });
    expect(await giveUp('ben')).toMatchObject({ code: 'WORKSHOP_OVER' });
  });

  it('leaves in the audit log that names were read', async () => {
    const rows = await inTransaction(
      guidance.database.of('guidance'),
      { subject: 'aud', role: 'auditor' },
      (transaction) =>
        transaction.query<{ action: string }>('select distinct action from guidance.audit_entry'),
    );
    const actions = rows.map(({ action }) => action).sort();
    expect(actions).toEqual(['ATTENDANCE_RECORD', 'BOOKINGS_READ', 'WORKSHOP_SAVE']);
  });
});
