import { type TestDatabase, testDatabase } from '../testing/database';
import { useServer } from './server-use';

describe('the use of a server', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await testDatabase([]);
  });
  afterEach(() => database.stop());

  it('is ended by the last of its users, and nobody begins another until that one is closed', async () => {
    const begin = () => useServer({ ownerUrl: database.ownerUrl });
    const [first, second] = [await begin(), await begin()];
    expect(await first.end()).toBe(false);
    await first.close();
    expect(await second.end()).toBe(true);
    let begun = false;
    const third = begin().then((use) => {
      begun = true;
      return use;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(begun).toBe(false);
    await second.close();
    expect(await (await third).end()).toBe(true);
    await (await third).close();
  });

  it('learns that the server is lost, and leaves it to whoever starts it again', async () => {
    const use = await useServer({ ownerUrl: database.ownerUrl });
    await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'complaints:use' and datname = current_database()`,
    );
    await use.lost;
    expect(await use.end()).toBe(false);
    await use.close();
  });
});
