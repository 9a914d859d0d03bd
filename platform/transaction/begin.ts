import { escapeLiteral } from 'pg';
import type { QueryRunner } from 'typeorm';

const BEGIN = 'START TRANSACTION';

const FROM_ONE_SNAPSHOT = '; set transaction isolation level repeatable read';

/**
 * Begins a transaction as TypeORM does, so that it knows of it, with the settings of its scope in the same text: one round
 * trip in place of two. With `isOneSnapshot`, all of its statements read the same state. Should TypeORM begin with other words
 * some day, this throws, and nothing is read without a scope.
 */
export async function beginScoped(
  runner: QueryRunner,
  settings: readonly (readonly [string, string])[],
  { isOneSnapshot = false } = {},
): Promise<void> {
  const calls = settings.map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`);
  const { query } = runner;
  let isScoped = false;
  const queryScoped = (sql: string, ...more: readonly unknown[]): unknown => {
    isScoped ||= sql === BEGIN;
    return Reflect.apply(query, runner, [
      sql === BEGIN ? `${BEGIN}${isOneSnapshot ? FROM_ONE_SNAPSHOT : ''}; select ${calls.join(', ')}` : sql,
      ...more,
    ]);
  };
  Object.defineProperty(runner, 'query', { value: queryScoped, configurable: true });
  try {
    await runner.startTransaction();
  } finally {
    Reflect.deleteProperty(runner, 'query');
  }
  if (!isScoped) throw new Error(`TypeORM does not begin a transaction with "${BEGIN}" any more`);
}
