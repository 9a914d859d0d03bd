import { Client } from 'pg';
import { dropTestDatabase, emptyTestDatabase, testServerUrl } from '../../testing/database';
import { DatabaseRefusal } from '../refusal';
import { ensureLogins } from './keyring';
import { grantLocks, LOCK_FUNCTIONS } from './locks';
import { asOwner } from './owner';

describe('the locks that writers wait for', () => {
  let ownerUrl: string;
  beforeAll(async () => {
    ownerUrl = await emptyTestDatabase();
    await asOwner({ url: ownerUrl, alone: true }, (owner) =>
      ensureLogins(owner, ['pond'], new Date('2022-01-31T12:00:00Z')),
    );
  });
  afterAll(() => dropTestDatabase(ownerUrl));

  const ownerOf = () => new URL(ownerUrl);
  /** As the how-to page says it for a server of one's own. */
  async function asSuperuser(what: string): Promise<void> {
    const url = new URL(testServerUrl());
    url.pathname = ownerOf().pathname;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    await client.query(`do $$ begin execute format('${what}', (${LOCK_FUNCTIONS})); end $$`);
    await client.end();
  }
  const grant = () => asOwner({ url: ownerUrl, alone: true }, (owner) => grantLocks(owner, ['pond']));
  const mayLock = () =>
    asOwner({ url: ownerUrl, alone: false }, (owner) =>
      owner.query(
        `select has_function_privilege(current_database() || '_pond', 'pg_try_advisory_xact_lock(int, int)', 'execute') as may`,
      ),
    );

  it('are everybody’s, or are given to our logins by an owner who may; else it is said what to do', async () => {
    await grant();
    await asSuperuser('revoke execute on function %s from public');
    await asSuperuser(`grant execute on function %s to ${ownerOf().username}`);
    await expect(grant()).rejects.toThrow(DatabaseRefusal);
    expect(await mayLock()).toEqual([{ may: false }]);
    await asSuperuser(`grant execute on function %s to ${ownerOf().username} with grant option`);
    await grant();
    expect(await mayLock()).toEqual([{ may: true }]);
  });
});
