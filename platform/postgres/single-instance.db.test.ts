import { type TestDatabase, testDatabase } from '../testing/database';
import { ensureSingleInstance } from './single-instance';

describe('the holder of a database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([]);
  });
  afterAll(() => database.stop());

  it('is one at a time', async () => {
    const hold = () => ensureSingleInstance({ ownerUrl: database.ownerUrl, place: 'here' });
    const first = await hold();
    await expect(hold()).rejects.toThrow('The product runs already on the database in here.');
    await first.release();
    await (await hold()).release();
  });
});
