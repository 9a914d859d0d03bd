import { GraphQLError } from 'graphql';
import { QueryFailedError } from 'typeorm';
import { createLogger } from '../logging/logger';
import { type TestDatabase, testDatabase } from '../testing/database';
import { safeDatabaseError } from './safe-error';

const PERSON = 'zz@example.org';

describe('an error of the database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase([]);
    await database.owner.query('create schema post');
    await database.owner.query(
      `create table post.letter (id int primary key, sender text unique check (sender <> 'nobody'))`,
    );
    await database.owner.query(`insert into post.letter values (1, '${PERSON}')`);
  });
  afterAll(() => database.stop());

  const failure = async (sql: string, parameters: unknown[] = []): Promise<Error> =>
    database.owner.query(sql, parameters).then(
      () => Promise.reject(new Error('This was to fail')),
      (error: Error) => error,
    );

  const everythingOf = (error: Error): string =>
    [error.message, error.stack, JSON.stringify(error, Object.getOwnPropertyNames(error))].join('\n');

  it.each([
    [
      'a value taken already',
      'insert into post.letter values (2, $1)',
      '23505',
      'constraint letter_sender_key',
    ],
    ['a value of another type', 'select $1::text::date', '22007', 'a value does not fit'],
    ['a value in the statement itself', `select '${PERSON}'::int, $1::text`, '22P02', 'a value does not fit'],
    [
      'a rule of the database',
      `do $$ begin raise '${PERSON}'; end $$`,
      'P0001',
      'a rule in the database refused it',
    ],
  ])('keeps what it means and loses every value: %s', async (_what, sql, code, says) => {
    const error = await failure(sql, sql.includes('$1') ? [PERSON] : []);
    expect(everythingOf(error)).toContain(PERSON);
    const safe = safeDatabaseError(error);
    expect(everythingOf(safe)).not.toContain(PERSON);
    expect(safe.message).toContain(`Database error ${code}`);
    expect(safe.message).toContain(says);
    expect(safe).toMatchObject({ code });
    expect(safe.stack).toContain('safe-error.db.test');
  });

  it('is found inside another error', async () => {
    const inner = await failure('select $1::int', [PERSON]);
    const outer = new GraphQLError(inner.message, { originalError: inner });
    for (const error of [outer, new Error('outer', { cause: inner })]) {
      expect(safeDatabaseError(error).message).toBe(
        'Database error 22P02: a value does not fit, routine pg_strtoint32_safe',
      );
    }
  });

  it('loses its values in a log too, however it gets there', async () => {
    const error = await failure('insert into post.letter values (2, $1)', [PERSON]);
    let text = '';
    const logger = createLogger({ level: 'info', to: { write: (line) => (text += line) } });
    logger.error(error);
    logger.error({ err: error });
    logger.error({ failure: error }, 'failed');
    logger.error(new GraphQLError(error.message, { originalError: error }));
    expect(text.split('\n')).toHaveLength(5);
    expect(text).toContain('Database error 23505');
    expect(text).not.toContain(PERSON);
  });

  it('loses its values when the connection broke before PostgreSQL could answer', () => {
    const error = new QueryFailedError('select $1', [PERSON], new Error(`cut while sending ${PERSON}`));
    expect(everythingOf(error)).toContain(PERSON);
    expect(safeDatabaseError(error).message).toBe('A query failed before it reached the server');
    expect(everythingOf(safeDatabaseError(error))).not.toContain(PERSON);
  });
});

describe('another error', () => {
  it('comes back as it is', () => {
    const error = new Error('boom');
    expect(safeDatabaseError(error)).toBe(error);
    const system = Object.assign(new Error('refused'), { code: 'EPIPE' });
    expect(safeDatabaseError(system)).toBe(system);
  });

  it('becomes one when it was none', () => {
    expect(safeDatabaseError('zz').message).toBe('Something that is no error was thrown');
  });
});
