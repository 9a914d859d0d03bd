import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { childEnvironment } from '../../config/child-environment';
import { DatabaseRefusal } from '../refusal';
import { type Binaries, program } from './binaries';
import type { ServerUser } from './server-user';

export interface InitDb {
  readonly binaries: Binaries;
  readonly user: ServerUser | null;
  readonly data: string;
  readonly superuserPassword: string;
  /** Do not wait for the disk: for servers that are thrown away. */
  readonly throwaway: boolean;
  /** Asked once the files are whole; false discards them, because another process was first. */
  readonly claim: () => boolean;
}

/**
 * Makes the files of a new server in `data`. They are made beside it and moved there when whole, so that a process
 * killed half-way leaves nothing that looks like a server.
 */
export async function initialise(options: InitDb): Promise<void> {
  const draft = `${options.data}.new-${process.pid}-${randomBytes(3).toString('hex')}`;
  await removeLeftDrafts(options.data);
  fs.mkdirSync(draft, { mode: 0o700 });
  if (options.user) fs.chownSync(draft, options.user.uid, options.user.gid);
  try {
    await runInitDb(options, draft);
    if (options.claim()) moveUnlessThere(draft, options.data);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

async function runInitDb(options: InitDb, draft: string): Promise<void> {
  const passwordFile = `${draft}.password`;
  fs.writeFileSync(passwordFile, `${options.superuserPassword}\n`, { mode: 0o600, flag: 'w' });
  if (options.user) fs.chownSync(passwordFile, options.user.uid, options.user.gid);
  const settings = [
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const args = [
    '-D',
    draft,
    '-U',
    'postgres',
    `--pwfile=${passwordFile}`,
    ...settings,
    ...(options.throwaway ? ['--no-sync'] : []),
  ];
  try {
    await run(program(options.binaries, 'initdb'), args, options.user);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

function run(command: string, args: readonly string[], user: ServerUser | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...user,
      cwd: path.parse(command).root,
      env: childEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once('error', (error) =>
      reject(
        new DatabaseRefusal(
          `PostgreSQL's ${command} cannot be run on this machine (${error.message}). Set DATABASE_URL to a PostgreSQL server.`,
        ),
      ),
    );
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new DatabaseRefusal(`The embedded database could not be made: ${said.trim()}`)),
    );
  });
}

function moveUnlessThere(draft: string, data: string): void {
  try {
    fs.renameSync(draft, data);
  } catch (error) {
    if (!fs.existsSync(path.join(data, 'PG_VERSION'))) throw error;
  }
}

/** Drafts of processes that were killed; those of a living one are its own business. */
async function removeLeftDrafts(data: string): Promise<void> {
  const parent = path.dirname(data);
  const start = `${path.basename(data)}.new-`;
  for (const name of fs.readdirSync(parent)) {
    const pid = Number(/^\d+/.exec(name.slice(start.length))?.[0]);
    if (!name.startsWith(start) || !pid || isRunning(pid)) continue;
    // The killed process's initdb may still be writing there: it ends when its files are gone.
    await rm(path.join(parent, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}
