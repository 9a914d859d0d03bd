import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseRefusal } from '../refusal';
import { type Binaries, installedBinaries, linkLibraries, program } from './binaries';
import { mayReach, type ServerUser } from './server-user';

/** Says one sentence to whoever started the program. */
export type Report = (sentence: string) => void;

/** Makes `directory`; as root, one that the server's user can go through. */
export function makeDirectory(directory: string): void {
  const made = fs.mkdirSync(directory, { recursive: true });
  if (made && process.getuid?.() === 0) fs.chmodSync(directory, 0o711);
}

/**
 * Where PostgreSQL's files for the data directory `directory` go: inside it, or, when the server's user cannot get
 * there (a closed home such as root's), in a place that it can reach, which is reported.
 */
export function chooseDataPlace({
  directory,
  user,
  report,
}: {
  directory: string;
  user: ServerUser | null;
  report: Report;
}): string {
  if (!user || mayReach(user, directory, 'x')) return path.join(directory, 'postgres');
  // Drawn, not derived: whoever removes the data directory starts afresh, as anywhere else. The state remembers it.
  const place = path.join(reachableBase(user), randomBytes(6).toString('hex'));
  makeDirectory(place);
  const data = path.join(place, 'postgres');
  report(
    `PostgreSQL does not run as root, and its own user cannot reach ${directory}: the database is kept in ${data}.`,
  );
  return data;
}

/** Binaries with their links made, where the server's user can run them: copied there if need be. */
export function reachableBinaries(
  user: ServerUser | null,
  installed: Binaries = installedBinaries(),
): Binaries {
  if (user && !mayReach(user, program(installed, 'postgres'), 'x'))
    return copyOf(installed, reachableBase(user));
  linkLibraries(installed);
  return installed;
}

function copyOf(binaries: Binaries, base: string): Binaries {
  const home = path.join(base, `postgresql-${binaries.version}`);
  const copy = { ...binaries, folder: path.join(home, 'native') };
  if (fs.existsSync(home)) return copy;
  const draft = `${home}.${process.pid}`;
  fs.cpSync(binaries.folder, path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries({ ...binaries, folder: path.join(draft, 'native') });
  fs.chmodSync(draft, 0o755);
  try {
    fs.renameSync(draft, home);
  } catch (error) {
    fs.rmSync(draft, { recursive: true });
    // Another process has just made it.
    if (!fs.existsSync(home)) throw error;
  }
  return copy;
}

/** The first of the usual places that can be made and reached. Only root gets here. */
function reachableBase(user: ServerUser): string {
  const candidates = ['/var/lib/council-complaints', path.join(os.tmpdir(), 'council-complaints')];
  const base = candidates.find((candidate) => canBeBase(candidate, user));
  if (base) return base;
  throw new DatabaseRefusal(
    `PostgreSQL does not run as root, and its own user can reach none of ${candidates.join(', ')}. Run as another user, or set DATA_DIR to a directory that every user can go through, or set DATABASE_URL.`,
  );
}

function canBeBase(candidate: string, user: ServerUser): boolean {
  try {
    fs.mkdirSync(candidate, { recursive: true });
    // In a directory that all may write to, somebody else may have put it there first.
    if (fs.lstatSync(candidate).uid !== 0) return false;
    fs.chmodSync(candidate, 0o755);
    return mayReach(user, candidate, 'x');
  } catch {
    return false;
  }
}
