import fs from 'node:fs';
import path from 'node:path';
import type { Client, Place, Told } from './client';
import { runProgram, versionOf } from './run-program';
import { compare, type Row } from './tables';

const PACKAGES = ['pandas', 'pyarrow', 'openpyxl', 'sqlalchemy', 'psycopg2-binary'];
const SCRIPT = path.join(__dirname, 'read-tables.py');

const pythonIn = ({ folder }: Place): string => path.join(folder, 'python', 'bin', 'python');

/** pandas: each file of each format, and each view by SQL, as data frames. */
export const pandas: Client = {
  name: 'pandas',
  async prepare(place) {
    if ((await versionOf('python3')) === null) return { lacking: 'There is no Python here.' };
    try {
      await runProgram('python3', ['-m', 'venv', path.join(place.folder, 'python')]);
      await runProgram(pythonIn(place), ['-m', 'pip', 'install', '--quiet', ...PACKAGES]);
    } catch {
      return { lacking: `${PACKAGES.join(', ')} could not be installed.` };
    }
    const version = await versionOf(pythonIn(place), ['-c', 'import pandas; print(pandas.__version__)']);
    return version === null ? { lacking: 'pandas was installed and does not start.' } : { version };
  },
  async read(place) {
    const told: Told[] = [];
    for (const table of place.tables) {
      const { name, view, columns } = table;
      const about = path.join(place.folder, `${name}.columns.json`);
      fs.writeFileSync(about, JSON.stringify(Object.fromEntries(columns.map((one) => [one.name, one.type]))));
      for (const from of ['csv', 'xlsx', 'parquet', 'json'].map((end) => `${name}.${end}`).concat(view)) {
        const args = [SCRIPT, place.folder, from, about, place.address];
        const rows: readonly Row[] = JSON.parse(await runProgram(pythonIn(place), args));
        told.push({ what: from, compared: compare(table, rows) });
      }
    }
    return told;
  },
};
