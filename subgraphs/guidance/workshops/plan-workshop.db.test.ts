import { type TestGuidance, testGuidance } from '../testing';
import { ID, OTHER, plan, workshopCommands } from './testing';

// What stands behind the part's own check of scopes is seen alone here.
jest.mock('../../../platform/server/guard-fields', () => ({ guardFields: (schema: object) => schema }));

let guidance: TestGuidance;
beforeAll(async () => {
  guidance = await testGuidance();
});
afterAll(() => guidance.stop());
const { begin, book, cancel, save } = workshopCommands(() => guidance);

describe('a workshop', () => {
  it('is planned once however often that is sent, and changed from the version that was read', async () => {
    expect(await save(ID, 0, 1)).toMatchObject({
      __typename: 'Workshop',
      version: 1,
      taken: 0,
      myBooking: null,
    });
    expect(await save(ID, 0, 1)).toMatchObject({ version: 1 });
    expect(await save(ID, 0, 3)).toMatchObject({ __typename: 'WorkshopChanged' });
    expect(await save(ID, 1, 2)).toMatchObject({ version: 2 });
  });

  it('is refused where it cannot be held so', async () => {
    expect(await save('room 2', 0, 2)).toMatchObject({ part: 'id' });
    expect(await save(OTHER, 0, 0)).toMatchObject({ part: 'seats' });
    expect(await save(OTHER, 0, 501)).toMatchObject({ part: 'seats' });
    await expect(save(OTHER, 0, 2, 'tomorrow')).rejects.toThrow('`startsAt` is no moment');
  });

  it.each(['manager', 'analyst', 'auditor', 'partner'])('is not planned by a %s', async (role) => {
    const query = `mutation { saveWorkshop(id: "${OTHER}", basedOnVersion: 0, plan: ${plan(2)}) { __typename } }`;
    expect((await guidance.ask(query, { role })).errors?.[0]?.message).toMatch(/^Something went wrong/);
  });
});

describe('calling off', () => {
  it('says why, once, and ends booking', async () => {
    await save(OTHER, 0, 3);
    expect(await cancel(OTHER, ' ')).toMatchObject({ code: 'REASON_UNUSABLE' });
    expect(await cancel('x', 'Ill')).toMatchObject({ code: 'WORKSHOP_NOT_FOUND' });
    expect(await cancel(OTHER, 'The trainer is ill.')).toMatchObject({ version: 2 });
    expect(await cancel(OTHER, 'The trainer is ill.')).toMatchObject({ version: 2 });
    expect(await book('zoe', OTHER)).toMatchObject({ code: 'WORKSHOP_OVER' });
    await begin(ID);
    expect(await cancel(ID, 'Too late')).toMatchObject({ code: 'WORKSHOP_OVER' });
  });
});
