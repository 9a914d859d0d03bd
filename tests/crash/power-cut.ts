import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readPidFile } from '../../platform/postgres/embedded/pid-file';
import type { Command } from './command';

const GONE_WITHIN_MILLIS = 10_000;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Ended, and only listed until its parent notices. */
  readonly zombie: boolean;
}

/** Every process of this machine: from /proc where there is one, for small containers have no `ps`. */
function allProcesses(): Process[] {
  if (process.platform === 'linux') return fs.readdirSync('/proc').flatMap(linuxProcess);
  const listed = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' });
  if (listed.status !== 0) throw new Error('The processes of this machine cannot be listed: there is no ps');
  return listed.stdout.trim().split('\n').map(listedProcess);
}

function linuxProcess(name: string): Process[] {
  if (!/^\d+$/.test(name)) return [];
  try {
    const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
    const [, state, parent] = /^\d+ \(.*\) (\S) (\d+)/s.exec(stat) ?? [];
    return [{ pid: Number(name), parent: Number(parent), zombie: state === 'Z' }];
  } catch {
    // It ended while they were listed.
    return [];
  }
}

function listedProcess(line: string): Process {
  const [pid, parent, state] = line.trim().split(/\s+/);
  return { pid: Number(pid), parent: Number(parent), zombie: state?.startsWith('Z') ?? false };
}

/**
 * Ends the product's commands and the database's server, each with all its children, at one moment, by SIGKILL: none of them
 * gets to do anything more. Resolves when all are gone, with how many processes of the server there were. Throws
 * `TooLate` when a command or the server had already ended: then nothing was cut off.
 */
export async function cutPower(directory: string, commands: readonly Command[]): Promise<number> {
  const server = readPidFile(path.join(directory, 'postgres'))?.pid;
  if (server === undefined || commands.some((command) => command.hasEnded())) throw new TooLate();
  const processes = allProcesses();
  const childrenOf = (pid: number) => processes.filter(({ parent }) => parent === pid);
  const children = childrenOf(server);
  // What a command has begun would otherwise live on, and begin or stop a server beside the next command.
  const begun = commands.flatMap(({ pid }) => [pid, ...childrenOf(pid).map((child) => child.pid)]);
  const pids = [...begun, server, ...children.map(({ pid }) => pid)];
  // In one go, and the server's parent process among the first: it would otherwise mend what its children left.
  for (const pid of pids) kill(pid);
  for (const command of commands) {
    const { signal } = await command.ended;
    if (signal !== 'SIGKILL') throw new TooLate();
  }
  await allGone(pids);
  return children.length + 1;
}

/**
 * Ends one process of the database's server by SIGKILL: the server ends all others, takes back what was not committed, and goes
 * on by itself. Gives how many there were. Throws `TooLate` when there is none.
 */
export function killOneOfServer(directory: string): number {
  const server = readPidFile(path.join(directory, 'postgres'))?.pid;
  const children = allProcesses().filter(({ parent }) => parent === server);
  const newest = children.at(-1);
  if (server === undefined || newest === undefined) throw new TooLate();
  kill(newest.pid);
  return children.length;
}

/** A command that was to be cut off had done its work. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** A server's child may end by itself between the listing and here. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone, which is what was wanted.
  }
}

async function allGone(pids: readonly number[]): Promise<void> {
  const deadline = Date.now() + GONE_WITHIN_MILLIS;
  for (;;) {
    const left = allProcesses().filter(({ pid, zombie }) => pids.includes(pid) && !zombie);
    if (left.length === 0) return;
    if (Date.now() > deadline)
      throw new Error(`Processes outlived SIGKILL: ${left.map(({ pid }) => pid).join(', ')}`);
    await delay(10);
  }
}
