import { escapeLiteral } from 'pg';
import type { QueryRunner } from 'typeorm';

const BEGIN = 'START TRANSACTION';

/**
 * Begins a transaction as TypeORM does, so that it knows of it, with the settings of its scope in the same text: one round
 * trip in place of two. Should TypeORM begin with other words some day, this throws, and nothing is read without a scope.
 */
export async function beginScoped(
  runner: QueryRunner,
  settings: readonly (readonly [string, string])[],
): Promise<void> {
  const calls = settings.map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`);
  const { query } = runner;
  let isScoped = false;
  const queryScoped = (sql: string, ...more: readonly unknown[]): unknown => {
    isScoped ||= sql === BEGIN;
    return Reflect.apply(query, runner, [
      sql === BEGIN ? `${BEGIN}; select ${calls.join(', ')}` : sql,
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
