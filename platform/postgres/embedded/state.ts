import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { codeOf } from '../error-code';
import { DatabaseRefusal } from '../refusal';

/** What has to be remembered of an embedded server from one start to the next. Kept in the data directory's parent. */
export interface ClusterState {
  /** Where PostgreSQL's own files are; elsewhere than beside this state when the server's user cannot get here. */
  readonly data: string;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
}

const stateModel = z.object({ data: z.string(), superuserPassword: z.string(), ownerPassword: z.string() });

const FILE = 'embedded-postgres.json';

/** Passwords and keys that go into URLs and SQL without quoting: letters, digits, - and _. */
export const randomSecret = (): string => randomBytes(24).toString('base64url');

/** The state kept in `directory`, or null when no embedded server has lived there. */
export function readState(directory: string): ClusterState | null {
  const file = path.join(directory, FILE);
  try {
    const state = stateModel.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
    return { ...state, data: path.resolve(directory, state.data) };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return null;
    throw new DatabaseRefusal(
      code === 'EACCES'
        ? `${file} belongs to another user. Run as the user who started the product here before, or set DATA_DIR to a directory of your own.`
        : `${file} cannot be read, and with it the passwords of the database beside it. Restore the file, or set DATA_DIR to another directory.`,
    );
  }
}

export interface CreateState {
  readonly directory: string;
  readonly data: string;
  readonly superuserPassword: string;
}

/** Keeps a new state, readable by this user only. If another process was first, its state is the answer. */
export function createState({ directory, data, superuserPassword }: CreateState): ClusterState {
  const state: ClusterState = { data, superuserPassword, ownerPassword: randomSecret() };
  const file = path.join(directory, FILE);
  const draft = `${file}.${process.pid}`;
  // Relative where it can be, so that the whole directory may be moved.
  const inside = path.relative(directory, data);
  const kept = { ...state, data: inside.startsWith('..') ? data : inside };
  fs.writeFileSync(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  try {
    // A link appears whole or not at all, and never replaces what is there.
    fs.linkSync(draft, file);
    return state;
  } catch {
    const first = readState(directory);
    if (first) return first;
    // A file system without links.
    fs.copyFileSync(draft, file, fs.constants.COPYFILE_EXCL);
    return state;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}
