import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { siteSchema } from '../schema';
import { madeUpSession, movingClock } from '../testing/people';
import { createSeal } from './seal';
import { createSessionHolds } from './session-holds';
import { createSessions } from './sessions';

describe('whether a session goes on', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([siteSchema]);
  });
  afterAll(() => database?.stop());

  it('is so until it ends or nobody uses it, and asking is no use of it', async () => {
    const clock = movingClock();
    const dataSource = database.of('site');
    const sessions = createSessions({
      dataSource,
      clock,
      seal: createSeal({ secret: 'secret', purpose: 'sessions' }),
    });
    const holds = createSessionHolds({ dataSource, clock });
    const id = await sessions.begin(madeUpSession(), null);
    const other = await sessions.begin(madeUpSession(), null);
    expect([await holds(id), await holds('nobody')]).toEqual([true, false]);
    clock.move(119);
    expect(await holds(id)).toBe(true);
    clock.move(2);
    expect([await holds(id), await holds(other)]).toEqual([false, false]);
    const third = await sessions.begin(madeUpSession(), null);
    await sessions.end(third);
    expect(await holds(third)).toBe(false);
  });
});
