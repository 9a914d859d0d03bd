import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { DatabaseRefusal } from '../refusal';

/** The system user that the server runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

const CREATED_USER = 'complaints-database';

/**
 * Whom the server runs as: null for this process's own user. PostgreSQL refuses to run as root, so for root it is the
 * owner of an existing data directory, else the user `postgres`, else a system user made for it.
 */
export function serverUser(dataDirectory: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  return ownerOf(dataDirectory) ?? userNamed('postgres') ?? userNamed(CREATED_USER) ?? createUser();
}

/** True when `user` may do to `target` what `right` names: x to go through a directory or run a file, r to read. */
export function mayReach(user: ServerUser, target: string, right: 'r' | 'x'): boolean {
  // Asked of the system rather than read from mode bits: access lists and mounts count too.
  const test = spawnSync('/bin/sh', ['-c', `test -${right} "$0"`, target], { ...user, cwd: '/', env: {} });
  return test.status === 0;
}

function ownerOf(dataDirectory: string): ServerUser | null {
  const stat = fs.statSync(dataDirectory, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null;
}

function userNamed(name: string): ServerUser | null {
  const uid = idOf('-u', name);
  const gid = idOf('-g', name);
  return uid && gid ? { uid, gid } : null;
}

function idOf(option: '-u' | '-g', name: string): number | null {
  const answer = spawnSync('id', [option, name], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : null;
}

function createUser(): ServerUser {
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    CREATED_USER,
  ]);
  const created = userNamed(CREATED_USER);
  if (created) return created;
  throw new DatabaseRefusal(
    'PostgreSQL does not run as root, and no system user could be made for it. Run as another user, or create a user named "postgres", or set DATABASE_URL.',
  );
}
