import { EntitySchema, type MigrationInterface, type QueryRunner } from 'typeorm';
import { quotedLogin } from '../postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../postgres/row-security';
import { type TestDatabase, testDatabase } from '../testing/database';
import { bulkUpsert } from './bulk';
import { scopeSettings } from './scope';
import { inTransaction, openTransaction } from './transaction';

interface Note {
  id: number;
  text: string;
}

const note = new EntitySchema<Note>({
  name: 'note',
  schema: 'desk',
  columns: { id: { type: 'int', primary: true }, text: { type: 'text' } },
});

const desk = {
  name: 'desk',
  tables: [note],
  migrations: [
    class CreateDesk1700000000000 implements MigrationInterface {
      readonly name = 'CreateDesk1700000000000';
      async up(runner: QueryRunner): Promise<void> {
        await runner.query('create table desk.note (id int primary key, text text not null)');
        await runner.query(`grant usage on schema desk to ${await quotedLogin(runner, 'desk')}`);
        await runner.query(
          `grant select, insert, update on desk.note to ${await quotedLogin(runner, 'desk')}`,
        );
        await forceRowSecurity(runner, 'desk.note', [
          { name: 'officers', command: 'all', allows: roleIsOneOf('officer') },
        ]);
      }
      async down(runner: QueryRunner): Promise<void> {
        await runner.query('drop schema desk cascade');
      }
    },
  ],
};

const OFFICER = { subject: 'olu', role: 'officer' };

describe('one scoped transaction', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase([desk]);
  });
  afterAll(() => database.stop());

  const notes = () =>
    inTransaction(database.of('desk'), OFFICER, (transaction) =>
      transaction.query<Note>('select * from desk.note order by id'),
    );

  it('undoes what a repository saved when it is rolled back, and its scope outlives the save', async () => {
    const work = inTransaction(database.of('desk'), OFFICER, async ({ manager, query }) => {
      await manager.getRepository(note).save({ id: 1, text: 'first' });
      expect(await query('select 1 from desk.note where id = 1')).toHaveLength(1);
      throw new Error('second thoughts');
    });
    await expect(work).rejects.toThrow('second thoughts');
    expect(await notes()).toEqual([]);
  });

  it('leaves nothing of the scope to the next transaction on the connection', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      await inTransaction(database.of('desk'), OFFICER, ({ query }) => query('select 1'));
      const bare = await database.of('desk').query(`select current_setting('scope.role', true) as role`);
      expect(bare[0].role ?? '').toBe('');
    }
  });

  it('runs queries that are started together one after another', async () => {
    const answers = await inTransaction(database.of('desk'), OFFICER, ({ query }) =>
      Promise.all([1, 2, 3].map((number) => query<{ number: number }>('select $1::int as number', [number]))),
    );
    expect(answers.flat().map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('fails whole when one of its queries fails', async () => {
    const work = inTransaction(database.of('desk'), OFFICER, async ({ query }) => {
      await query(`insert into desk.note values (2, 'kept?')`);
      await query('select 1 from desk.missing');
    });
    await expect(work).rejects.toThrow('desk.missing');
    expect(await notes()).toEqual([]);
  });

  describe('that sends what is started together at once', () => {
    const open = () => openTransaction(database.of('desk'), OFFICER, { isPipelined: true });
    /** A connection's own protocol, such as COPY's, takes no others in between. */
    const areSentAtOnce = async () => {
      const runner = database.of('desk').createQueryRunner();
      const client: { pipeline: boolean } = await runner.connect();
      await runner.release();
      return client.pipeline;
    };

    it('answers in order, while the first is still under way', async () => {
      const { transaction, commit } = await open();
      const slow = transaction.query<{ at: Date }>('select clock_timestamp() as at from pg_sleep(0.3)');
      const begun = performance.now();
      const sent = await Promise.race([slow.then(() => 'answered'), areSentAtOnce().then(() => 'sent')]);
      const repeated = [1, 2].map((number) =>
        transaction.query<{ number: number }>('select $1::int as number', [number], { isRepeated: true }),
      );
      expect(sent).toBe('sent');
      expect(await Promise.all(repeated)).toEqual([[{ number: 1 }], [{ number: 2 }]]);
      expect(performance.now() - begun).toBeGreaterThan(250);
      await commit();
    });

    it.each(['commit', 'rollback'] as const)('does so no longer after its %s', async (end) => {
      const opened = await open();
      await opened.transaction.query('select 1');
      await opened[end]();
      expect(await areSentAtOnce()).toBe(false);
    });

    it('fails whole when one of them fails', async () => {
      const { transaction, rollback } = await open();
      const all = await Promise.allSettled([
        transaction.query(`insert into desk.note values (3, 'kept?')`),
        transaction.query('select 1 from desk.missing'),
        transaction.query('select 1'),
      ]);
      expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
      await rollback();
      expect(await notes()).toEqual([]);
    });
  });

  it('gives its connection back however it ends', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await inTransaction(database.of('desk'), OFFICER, () => Promise.reject(new Error('no'))).catch(
        () => undefined,
      );
    }
    expect(await notes()).toEqual([]);
  });

  it('writes many rows at once, and replaces those that are there', async () => {
    const table = { table: 'desk.note', columns: { id: 'int', text: 'text' }, key: ['id' as const] };
    await inTransaction(database.of('desk'), OFFICER, async (transaction) => {
      await bulkUpsert<Note>(transaction, table, [
        { id: 5, text: 'a' },
        { id: 6, text: `'; drop table desk.note; --` },
      ]);
      await bulkUpsert<Note>(transaction, table, [{ id: 5, text: 'b' }]);
      await bulkUpsert<Note>(transaction, table, []);
      expect(await transaction.query('select text from desk.note order by id')).toEqual([
        { text: 'b' },
        { text: `'; drop table desk.note; --` },
      ]);
    });
  });

  it('is refused to those whom a policy does not let in: unset, empty or garbage', async () => {
    for (const role of ['', 'nobody', "officer' or true --".replace(/[^\w ]/g, '')]) {
      const insert = inTransaction(database.of('desk'), { subject: 'x', role }, ({ query }) =>
        query(`insert into desk.note values (9, 'x')`),
      );
      await expect(insert).rejects.toThrow('row-level security');
    }
    expect(await database.of('desk').query('select 1 from desk.note')).toEqual([]);
  });
});

describe('a scope', () => {
  it('refuses a value that could be read as two, and an attribute that no policy knows', () => {
    expect(() => scopeSettings({ subject: 'x', role: 'officer', streams: ['a,b'] })).toThrow('scope.streams');
    expect(() => scopeSettings({ subject: 'x', role: 'officer', colour: 'blue' })).toThrow('scope.colour');
  });
});
