import { dropTestDatabase, emptyTestDatabase } from '../../testing/database';
import { closeDatabase, createSchema } from './grants';
import { ensureLogins } from './keyring';
import { asOwner, type Owner } from './owner';

describe('the grants of a database', () => {
  let url: string;
  beforeEach(async () => {
    url = await emptyTestDatabase();
    await work((owner) => ensureLogins(owner, ['intake', 'schools'], new Date('2022-01-31T12:00:00Z')));
  });
  afterEach(() => dropTestDatabase(url));

  const work = <Result>(action: (owner: Owner) => Promise<Result>) => asOwner({ url, alone: true }, action);
  const may = async (login: string, right: 'connect' | 'temporary') => {
    const [row] = await work((owner) =>
      owner.query<{ may: boolean }>('select has_database_privilege($1, current_database(), $2) as may', [
        login === 'public' ? login : `${owner.database}_${login}`,
        right,
      ]),
    );
    return row?.may;
  };
  const rights = async (right: 'connect' | 'temporary') => [
    await may('public', right),
    await may('schools', right),
    await may('intake', right),
  ];

  it('let our logins connect and nobody else, and intake alone make temporary tables', async () => {
    expect([await rights('connect'), await rights('temporary')]).toEqual([
      [true, true, true],
      [true, true, true],
    ]);
    await work((owner) => closeDatabase(owner, ['intake', 'schools']));
    expect([await rights('connect'), await rights('temporary')]).toEqual([
      [false, true, true],
      [false, false, true],
    ]);
  });

  it('let nobody make temporary tables where intake is elsewhere', async () => {
    await work((owner) => closeDatabase(owner, ['schools']));
    expect(await rights('temporary')).toEqual([false, false, false]);
  });

  it('let a login see into its own schema and change nothing of it', async () => {
    await work((owner) => createSchema(owner, 'schools'));
    await work((owner) => createSchema(owner, 'schools'));
    const [row] = await work((owner) =>
      owner.query(
        `select has_schema_privilege($1, 'schools', 'usage') as sees,
         has_schema_privilege($1, 'schools', 'create') as changes, has_schema_privilege($2, 'schools', 'usage') as others`,
        [`${owner.database}_schools`, `${owner.database}_intake`],
      ),
    );
    expect(row).toEqual({ sees: true, changes: false, others: false });
  });
});
