import type { QueryRunner } from 'typeorm';
import { beginScoped } from './begin';

const SETTINGS = [
  ['scope.subject', "o'brien"],
  ['scope.role', 'analyst'],
] as const;

/** A runner that begins with these words; as TypeORM's own it has what it does from its class. */
function runnerThatBegins(words: string, fails = false) {
  const sent: string[] = [];
  class Runner {
    async query(sql: string) {
      sent.push(sql);
      if (fails) throw new Error('gone');
    }
    async startTransaction() {
      await this.query(words);
    }
  }
  const runner = new Runner();
  return { sent, runner, asRunner: runner as unknown as QueryRunner };
}

describe('the beginning of a transaction', () => {
  it('sends the settings of its scope in the same text, quoted', async () => {
    const { sent, asRunner } = runnerThatBegins('START TRANSACTION');
    await beginScoped(asRunner, SETTINGS);
    expect(sent).toEqual([
      `START TRANSACTION; select set_config('scope.subject', 'o''brien', true), set_config('scope.role', 'analyst', true)`,
    ]);
  });

  it('leaves later statements as they are', async () => {
    const { sent, runner, asRunner } = runnerThatBegins('START TRANSACTION');
    await beginScoped(asRunner, SETTINGS);
    await runner.query('START TRANSACTION');
    expect(sent[1]).toBe('START TRANSACTION');
  });

  it('throws where the transaction is begun with other words, so that nothing is read without a scope', async () => {
    await expect(beginScoped(runnerThatBegins('BEGIN').asRunner, SETTINGS)).rejects.toThrow('any more');
  });

  it('throws what went wrong, and leaves the runner as it was', async () => {
    const { sent, runner, asRunner } = runnerThatBegins('START TRANSACTION', true);
    await expect(beginScoped(asRunner, SETTINGS)).rejects.toThrow('gone');
    await expect(runner.query('rollback')).rejects.toThrow('gone');
    expect(sent[1]).toBe('rollback');
  });
});
