import { Client } from 'pg';
import { fixedClock } from '../config/clock';
import { migrate } from '../postgres/migrate';
import { dropTestDatabase } from './database';
import { keptDatabase } from './kept-database';

const prepared: string[] = [];
const opening = {
  key: 'kept-database.db.test',
  subgraphs: [],
  prepare: async (ownerUrl: string) => {
    prepared.push(ownerUrl);
    await migrate({ ownerUrl, subgraphs: [], clock: fixedClock('2022-01-31') });
    await asked(ownerUrl, 'create table pebble (weight int); insert into pebble values (7)');
  },
};

async function asked(url: string, sql: string): Promise<object[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a kept database', () => {
  afterEach(() => prepared.splice(0));

  it('is prepared once, and each is as it was then, whatever was done to the one before', async () => {
    const first = await keptDatabase(opening);
    await asked(first, 'delete from pebble');
    await dropTestDatabase(first);
    const second = await keptDatabase(opening);
    expect(await asked(second, 'select weight from pebble')).toEqual([{ weight: 7 }]);
    expect([second, prepared]).toEqual([first, [first]]);
    await dropTestDatabase(second);
  });

  it('is another one while the first is in use', async () => {
    const first = await keptDatabase(opening);
    const second = await keptDatabase(opening);
    expect(second).not.toBe(first);
    await asked(first, 'delete from pebble');
    expect(await asked(second, 'select weight from pebble')).toEqual([{ weight: 7 }]);
    await Promise.all([first, second].map(dropTestDatabase));
  });
});
