import fs from 'node:fs';
import path from 'node:path';
import { readLines } from '../exports/read-files';
import type { Client, Place, Told } from './client';
import { runProgram, versionOf } from './run-program';
import { compare, type Expected } from './tables';

const PROGRAM = 'soffice';
const DEBIAN = ['install', '-y', '--no-install-recommends', 'libreoffice-calc'];

/** Commas, quotes, UTF-8, from the first line; texts in quotes, values as they are shown, the first sheet. */
const WRITTEN = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,1';
/** How a person says of a column that it is text, or a day: the numbers of the import dialogue. */
const DIALOGUE: Readonly<Partial<Record<string, number>>> = { text: 2, moment: 2, day: 5 };
const AS_IT_LOOKS = 1;

/** LibreOffice: each workbook and each file with commas, opened without a window and written again. */
export const libreoffice: Client = {
  name: 'LibreOffice',
  async prepare() {
    const version = (await versionOf(PROGRAM)) ?? (await installed());
    return version === null
      ? { lacking: 'There is no soffice here (Debian: libreoffice-calc), and it could not be installed.' }
      : { version };
  },
  async read(place) {
    const told: Told[] = [];
    for (const table of place.tables) {
      told.push(await opened(place, table, { file: `${table.name}.xlsx`, how: [] }));
      const columns = table.columns.map(({ type }, place) => `${place + 1}/${DIALOGUE[type] ?? AS_IT_LOOKS}`);
      const how = [`--infilter=Text - txt - csv (StarCalc):44,34,76,1,${columns.join('/')}`];
      told.push(await opened(place, table, { file: `${table.name}.csv`, how }));
    }
    return told;
  },
};

/** From Debian's packages, where this is root's machine. */
async function installed(): Promise<string | null> {
  if (process.getuid?.() !== 0) return null;
  try {
    await runProgram('apt-get', ['update']);
    await runProgram('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', ...DEBIAN]);
  } catch {
    return null;
  }
  return versionOf(PROGRAM);
}

async function opened(
  { folder }: Place,
  table: Expected,
  { file, how }: { readonly file: string; readonly how: readonly string[] },
): Promise<Told> {
  const written = path.join(folder, 'written');
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const to = ['--convert-to', WRITTEN, '--outdir', written];
  await runProgram(PROGRAM, ['--headless', profile, ...how, ...to, path.join(folder, file)]);
  const [name = ''] = fs.readdirSync(written);
  const rows = readLines(fs.readFileSync(path.join(written, name), 'utf8'));
  fs.rmSync(written, { recursive: true });
  return { what: file, compared: compare(table, rows) };
}
