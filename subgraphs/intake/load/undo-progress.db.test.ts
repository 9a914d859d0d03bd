import { type TestDatabase, testDatabase } from '../../../platform/testing/database';
import { addJob } from '../jobs/add-job';
import { subgraph } from '../subgraph';
import { asImport, readRows } from '../testing';
import { isUndoCancelled, noteBegun, noteUndone } from './undo-progress';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase([subgraph]);
});
afterAll(() => database.stop());

const at = new Date('2022-02-01T09:00:00Z');
const undo = { amendmentId: 7, at };

describe('how far an undo is', () => {
  it('is never more than all of it, and begins anew where it broke off', async () => {
    const intake = database.of('intake');
    const far = () =>
      readRows(intake, 'select done, expected, is_recording from intake.job where amendment_id = 7');
    await asImport(intake, (transaction) =>
      addJob(transaction, { kind: 'undo', askedBy: 'ada', at, amendmentId: 7 }),
    );
    for (let attempt = 0; attempt < 2; attempt++) {
      await asImport(intake, async (transaction) => {
        expect(await isUndoCancelled(transaction, undo)).toBe(false);
        await noteBegun(transaction, { ...undo, expected: null });
        await noteBegun(transaction, { ...undo, expected: 5 });
      });
      expect(await far()).toEqual([{ done: 0, expected: 5, is_recording: true }]);
      await asImport(intake, (transaction) => noteUndone(transaction, 7, 9));
      expect(await far()).toEqual([{ done: 5, expected: 5, is_recording: true }]);
    }
  });

  it('is said of nothing where no job stands for the amendment', async () => {
    await asImport(database.of('intake'), async (transaction) => {
      expect(await isUndoCancelled(transaction, { amendmentId: 8, at })).toBe(false);
      await noteUndone(transaction, 8, 3);
    });
  });
});
