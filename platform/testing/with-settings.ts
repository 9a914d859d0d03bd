import type { DataSource, QueryRunner } from 'typeorm';

/** Runs with exactly these settings, of which one that is not given is unset. */
export async function withSettings<Result>(
  dataSource: DataSource,
  settings: Readonly<Record<string, string>>,
  work: (runner: QueryRunner) => Promise<Result>,
): Promise<Result> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  await runner.startTransaction();
  try {
    for (const [name, value] of Object.entries(settings)) {
      await runner.query('select set_config($1, $2, true)', [`scope.${name}`, value]);
    }
    return await work(runner);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
