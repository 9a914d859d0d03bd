import fs from 'node:fs';
import path from 'node:path';
import type { Client, Place, Told } from './client';
import { runProgram } from './run-program';
import { compare, type Row } from './tables';

/** 70 MB, which nobody else needs: it is no package of the product, and is installed for this alone. */
const PACKAGE = '@duckdb/node-api@1.5.6-r.1';

const installedIn = ({ folder }: Place): string => path.join(folder, 'duckdb');

/** DuckDB: each Parquet file, typed, and what it says of itself. */
export const duckdb: Client = {
  name: 'DuckDB',
  async prepare(place) {
    const directory = installedIn(place);
    fs.mkdirSync(directory);
    fs.writeFileSync(path.join(directory, 'package.json'), '{ "private": true }');
    try {
      const how = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
      await runProgram('npm', ['install', '--prefix', directory, ...how, PACKAGE]);
      return { version: PACKAGE };
    } catch {
      return { lacking: `${PACKAGE} could not be installed.` };
    }
  },
  async read(place) {
    const told: Told[] = [];
    for (const table of place.tables) {
      const file = path.join(place.folder, `${table.name}.parquet`);
      const { rows, said } = await readParquet(place, file);
      const compared = compare(table, rows);
      if (said.rowCount !== String(rows.length)) throw new Error(`${table.name} says ${said.rowCount} rows`);
      told.push({ what: `${table.name}.parquet`, compared });
    }
    return [...told, await viewsBySql(place)];
  },
};

const ask = (place: Place, statements: readonly string[]): Promise<string> =>
  runProgram(process.execPath, [path.join(__dirname, 'run-duckdb.cjs'), installedIn(place), ...statements]);

async function readParquet(
  place: Place,
  file: string,
): Promise<{ readonly rows: readonly Row[]; readonly said: Readonly<Record<string, string>> }> {
  const rows: readonly Row[] = JSON.parse(await ask(place, [`select * from read_parquet('${file}')`]));
  const metadata: readonly { key: string; value: string }[] = JSON.parse(
    await ask(place, [
      `select decode(key) as key, decode(value) as value from parquet_kv_metadata('${file}')`,
    ]),
  );
  return { rows, said: Object.fromEntries(metadata.map(({ key, value }) => [key, value])) };
}

/** The extension that reads PostgreSQL comes from a server of DuckDB's, which not everybody reaches. */
async function viewsBySql(place: Place): Promise<Told | string> {
  const [table] = place.tables.slice(-1);
  if (table === undefined) return 'There is nothing to read by SQL';
  try {
    const attach = `attach '${place.address}' as council (type postgres, read_only)`;
    const select = `select * from council.${table.view}`;
    const found: readonly Row[] = JSON.parse(
      await ask(place, ['install postgres', 'load postgres', attach, select]),
    );
    return `${table.view}: ${found.length} rows by SQL`;
  } catch (error) {
    const why = /Failed to download|not found|Could not/i.test(String(error))
      ? 'cannot be downloaded here'
      : 'fails';
    return `views by SQL are not tried: DuckDB's extension postgres ${why}`;
  }
}
