import { fieldOf } from '../../gateway/exports/figures';
import { readLines } from '../exports/read-files';
import type { Client, Place, Told } from './client';
import { runProgram, versionOf } from './run-program';
import { compare, type Expected } from './tables';

const UTC = { PGTZ: 'UTC' };

/** PostgreSQL's own client: each view as lines with commas, its words, and that nothing else is open. */
export const psql: Client = {
  name: 'psql',
  async prepare() {
    const version = await versionOf('psql');
    return version === null ? { lacking: 'There is no psql here (Debian: postgresql-client).' } : { version };
  },
  async read(place) {
    const told: (Told | string)[] = [];
    for (const table of place.tables) told.push(await readView(place, table));
    return [...told, await words(place), await otherSchemas(place)];
  },
};

const ask = ({ address }: Place, sql: string): Promise<string> =>
  runProgram('psql', [address, '--no-psqlrc', '--csv', '-c', sql], UTC);

async function readView(place: Place, table: Expected): Promise<Told> {
  const rows = readLines(await ask(place, `select * from ${table.view}`));
  const found = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [fieldOf(column), value])),
  );
  return { what: `${table.view} by SQL`, compared: compare(table, found) };
}

async function words(place: Place): Promise<string> {
  const described = await ask(place, '\\d+ bi.monthly_figures');
  if (!described.includes('Stages received')) throw new Error('\\d+ shows no words beside the columns');
  return '\\d+ shows what each column means';
}

async function otherSchemas(place: Place): Promise<string> {
  const refused = await ask(place, 'select * from insight.stage_fact').then(
    () => false,
    (error: unknown) => String(error).includes('permission denied for schema'),
  );
  if (!refused) throw new Error('A table outside of the schema bi could be read');
  return 'no other schema can be read';
}
