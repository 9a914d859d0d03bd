import { dropTestDatabase, emptyTestDatabase } from '../../testing/database';
import { ensureLogins, loginsFor, readKeyring } from './keyring';
import { asOwner, type Owner } from './owner';

const MADE_AT = new Date('2022-01-31T12:00:00Z');

describe('the passwords of a database’s logins', () => {
  let url: string;
  beforeEach(async () => {
    url = await emptyTestDatabase();
  });
  afterEach(() => dropTestDatabase(url));

  const work = <Result>(action: (owner: Owner) => Promise<Result>) => asOwner({ url, alone: true }, action);
  const nameOf = () => new URL(url).pathname.slice(1);

  it('are none before anything has migrated', async () => {
    expect(await work(readKeyring)).toEqual(new Map());
  });

  it('are made once, and kept for those who come later', async () => {
    const first = await work((owner) => ensureLogins(owner, ['schools'], MADE_AT));
    expect([first.made, [...first.ring.keys()]]).toEqual([true, [`${nameOf()}_schools`]]);
    const second = await work((owner) => ensureLogins(owner, ['schools'], MADE_AT));
    expect(second).toEqual({ ring: first.ring, made: false });
    expect(await work(readKeyring)).toEqual(first.ring);
  });

  it('stay what they are when a login is added, or was removed from the server', async () => {
    const { ring } = await work((owner) => ensureLogins(owner, ['schools'], MADE_AT));
    await work(({ query }) => query(`drop role "${nameOf()}_schools"`));
    const again = await work((owner) => ensureLogins(owner, ['schools', 'adults'], MADE_AT));
    expect(again.made).toBe(true);
    expect(again.ring.get(`${nameOf()}_schools`)).toBe(ring.get(`${nameOf()}_schools`));
    const login = new URL(url);
    login.username = `${nameOf()}_schools`;
    login.password = ring.get(`${nameOf()}_schools`) ?? '';
    expect(
      await asOwner({ url: login.href, alone: false }, ({ query }) =>
        query('select current_user::text as me'),
      ),
    ).toEqual([{ me: `${nameOf()}_schools` }]);
  });

  it('are needed for each subgraph and for the reader of outboxes', () => {
    expect(loginsFor([{ name: 'schools' }])).toEqual(['schools', 'outbox_reader']);
  });
});
