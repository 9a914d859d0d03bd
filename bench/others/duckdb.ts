import fs from 'node:fs';
import type { Client } from 'pg';
import { z } from 'zod';
import { benchPath } from '../place';
import { tell } from '../report';
import type { Installed } from './install';
import { type OtherProcess, startOther } from './other-process';

const answerModel = z.union([z.object({ millis: z.number() }), z.object({ failed: z.string() })]);

/** What the questions look at, by what DuckDB calls its type. */
const COLUMNS = {
  stream: 'VARCHAR',
  stage: 'SMALLINT',
  received_on: 'DATE',
  due_on: 'DATE',
  answered_on: 'DATE',
  in_time: 'BOOLEAN',
  route: 'VARCHAR',
  outcome: 'VARCHAR',
  service_id: 'VARCHAR',
  theme: 'VARCHAR',
  channel: 'VARCHAR',
  days_to_answer: 'INTEGER',
  went_on_on: 'DATE',
  followed_on: 'DATE',
  closed_on: 'DATE',
  ended_without_day: 'BOOLEAN',
} as const;

/** The facts in DuckDB's own file, asked without HTTP, sign-in or anything else around. */
export interface RunningDuckdb {
  /** The milliseconds of some statements, one after another, as measured beside DuckDB itself. */
  millisOf(statements: readonly string[]): Promise<number>;
  stop(): Promise<void>;
}

/** Starts it over the same rows, which are copied once. */
export async function startDuckdb(
  installed: Installed,
  { client, stages }: { readonly client: Client; readonly stages: number },
): Promise<RunningDuckdb> {
  const file = benchPath(`dashboard-${stages}.duckdb`);
  const isFilled = fs.existsSync(file);
  const duckdb = startOther(installed, 'run-duckdb.cjs', [file]);
  await duckdb.heard();
  if (!isFilled) await copy(client, duckdb, stages);
  return { millisOf: (statements) => millisOf(duckdb, statements), stop: () => duckdb.stop() };
}

async function millisOf(duckdb: OtherProcess, statements: readonly string[]): Promise<number> {
  const heard = duckdb.heard();
  duckdb.send(statements);
  const answer = answerModel.parse(await heard);
  if ('failed' in answer) throw new Error(`DuckDB could not answer: ${answer.failed}`);
  return answer.millis;
}

async function copy(client: Client, duckdb: OtherProcess, stages: number): Promise<void> {
  tell('Copying the facts into DuckDB, once for this bench…');
  // The database's own user writes it.
  const directory = benchPath('copied');
  fs.mkdirSync(directory, { recursive: true });
  fs.chmodSync(directory, 0o777);
  const file = `${directory}/stages-${stages}.csv`;
  const names = Object.keys(COLUMNS).join(', ');
  await client.query(`copy (select ${names} from insight.stage_fact) to '${file}' (format csv)`);
  const types = Object.entries(COLUMNS).map(([name, type]) => `'${name}': '${type}'`);
  await millisOf(duckdb, [
    'create schema insight',
    `create table insight.stage_fact as select * from read_csv('${file}', header = false, columns = {${types.join(', ')}})`,
    'checkpoint',
  ]);
  fs.rmSync(file);
}
