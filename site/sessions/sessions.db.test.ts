import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { siteSchema } from '../schema';
import { madeUpSession, movingClock } from '../testing/people';
import { createSeal } from './seal';
import { createSessions } from './sessions';

const HOUR = 60;

describe('sessions', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([siteSchema]);
  });
  afterAll(() => database?.stop());

  function copyOfTheSite({ secret = 'the secret of the site', clock = movingClock() } = {}) {
    const seal = createSeal({ secret, purpose: 'sessions' });
    return { clock, sessions: createSessions({ dataSource: database.of('site'), seal, clock }) };
  }
  const stored = () =>
    withSettings(database.owner, { role: 'site' }, (runner) => runner.query('select * from site.session'));

  it('are found again by what the browser shows, by every copy of the site', async () => {
    const session = madeUpSession({ role: 'manager', services: ['greenspace'] });
    const id = await copyOfTheSite().sessions.begin(session, null);
    expect(await copyOfTheSite().sessions.find(id)).toEqual({ id, session });
    for (const other of ['', id.slice(1), `${id}x`, `${id}' or true --`])
      expect(await copyOfTheSite().sessions.find(other)).toBeNull();
  });

  it('begin each under an id of its own, long and never told by the database', async () => {
    const { sessions } = copyOfTheSite();
    const ids = [
      await sessions.begin(madeUpSession(), 'sid-1'),
      await sessions.begin(madeUpSession(), 'sid-1'),
    ];
    expect(new Set(ids).size).toBe(2);
    const kept = JSON.stringify(await stored());
    for (const secret of [...ids, 'sid-1', 'access-1', 'refresh-1', 'form-token', 'Whitfield', 'analyst']) {
      expect(kept).not.toContain(secret);
    }
    for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(32);
  });

  it('keep what is new in them, and nothing for one that has ended', async () => {
    const { sessions } = copyOfTheSite();
    const id = await sessions.begin(madeUpSession(), null);
    const session = madeUpSession({ accessToken: 'access-2' });
    await sessions.keep({ id, session });
    expect((await sessions.find(id))?.session.accessToken).toBe('access-2');
    await sessions.end(id);
    await sessions.keep({ id, session });
    expect(await sessions.find(id)).toBeNull();
  });

  it('end after two hours without a page, and go on while there is one', async () => {
    const { sessions, clock } = copyOfTheSite();
    const [used, idle] = [
      await sessions.begin(madeUpSession(), null),
      await sessions.begin(madeUpSession(), null),
    ];
    clock.move(HOUR + 59);
    expect(await sessions.find(used)).not.toBeNull();
    clock.move(2);
    expect(await sessions.find(used)).not.toBeNull();
    expect(await sessions.find(idle)).toBeNull();
    clock.move(2 * HOUR);
    expect(await sessions.find(used)).toBeNull();
  });

  it('end after twelve hours, however much they are used', async () => {
    const { sessions, clock } = copyOfTheSite();
    const id = await sessions.begin(madeUpSession(), null);
    for (let hour = 1; hour < 12; hour += 1) {
      clock.move(HOUR);
      expect(await sessions.find(id)).not.toBeNull();
    }
    clock.move(HOUR - 1);
    expect(await sessions.find(id)).not.toBeNull();
    clock.move(1);
    expect(await sessions.find(id)).toBeNull();
  });

  it('that have ended are swept away when another begins', async () => {
    const { sessions, clock } = copyOfTheSite({ clock: movingClock('2025-01-01T08:00:00Z') });
    await sessions.begin(madeUpSession(), null);
    clock.move(3 * HOUR);
    await sessions.begin(madeUpSession(), null);
    expect(await stored()).toHaveLength(1);
  });

  it('end with the session of the sign-in service that began them, and no others do', async () => {
    const { sessions } = copyOfTheSite();
    const mine = [
      await sessions.begin(madeUpSession(), 'mine'),
      await sessions.begin(madeUpSession(), 'mine'),
    ];
    const others = [
      await sessions.begin(madeUpSession(), 'other'),
      await sessions.begin(madeUpSession(), null),
    ];
    await sessions.endOfProvider('mine');
    await sessions.endOfProvider('nobody’s');
    for (const id of mine) expect(await sessions.find(id)).toBeNull();
    for (const id of others) expect(await sessions.find(id)).not.toBeNull();
  });

  it('of another secret are none', async () => {
    const id = await copyOfTheSite({ secret: 'the secret of before' }).sessions.begin(madeUpSession(), null);
    expect(await copyOfTheSite().sessions.find(id)).toBeNull();
    expect(await copyOfTheSite({ secret: 'the secret of before' }).sessions.find(id)).not.toBeNull();
  });

  it('that an earlier version kept otherwise are none', async () => {
    const { sessions } = copyOfTheSite();
    const { formToken: _, ...earlier } = madeUpSession();
    const id = await sessions.begin(Object.assign(earlier, { formToken: undefined }) as never, null);
    expect(await sessions.find(id)).toBeNull();
  });

  it('are closed to everybody but the site itself', async () => {
    const { sessions } = copyOfTheSite();
    await sessions.begin(madeUpSession(), null);
    for (const role of ['analyst', 'officer', 'admin', 'auditor', 'import', '']) {
      const seen = await withSettings(database.of('site'), { role, subject: 'ana' }, async (runner) => [
        await runner.query('select 1 from site.session'),
        await runner.query('delete from site.session returning 1'),
      ]);
      expect({ role, seen }).toEqual({ role, seen: [[], [[], 0]] });
    }
    await expect(
      withSettings(database.of('site'), { role: 'analyst' }, (runner) =>
        runner.query(
          `insert into site.session values ('planted', null, 'sealed', now(), now() + interval '1 hour')`,
        ),
      ),
    ).rejects.toThrow('row-level security');
  });
});
