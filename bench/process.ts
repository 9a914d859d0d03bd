import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export interface Ran {
  readonly millis: number;
  readonly output: string;
  /** The largest memory that the process itself held, where the system tells (Linux). */
  readonly peakMegabytes: number | null;
}

interface Command {
  readonly args: readonly string[];
  readonly directory: string;
  readonly env: NodeJS.ProcessEnv;
}

const PEAK_EVERY_MILLIS = 200;

/** Runs a Node command to its end. Throws with what it printed when it fails. */
export async function run({ args, directory, env }: Command): Promise<Ran> {
  const started = performance.now();
  const child = spawn(process.execPath, [...args], { cwd: directory, env });
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  child.stderr.on('data', (text) => {
    output += text;
  });
  let peakMegabytes: number | null = null;
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  let ended = false;
  void code.finally(() => {
    ended = true;
  });
  while (!ended) {
    peakMegabytes = peakOf(child.pid) ?? peakMegabytes;
    await Promise.race([code, delay(PEAK_EVERY_MILLIS)]);
  }
  if ((await code) !== 0) throw new Error(`${args.join(' ')} failed:\n${output}`);
  return { millis: performance.now() - started, output, peakMegabytes };
}

/** Starts a command, waits until it prints `until`, and stops it with SIGTERM. Gives the time until then. */
export async function runUntil({ args, directory, env }: Command, until: string): Promise<Ran> {
  const started = performance.now();
  const child = spawn(process.execPath, [...args], { cwd: directory, env });
  let output = '';
  const reached = new Promise<number>((resolve, reject) => {
    const read = (text: Buffer) => {
      output += `${Math.round(performance.now() - started)}\t${text}`;
      if (output.includes(until)) resolve(performance.now() - started);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => reject(new Error(`${args.join(' ')} ended before "${until}":\n${output}`)));
  });
  const millis = await reached;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await closed;
  return { millis, output, peakMegabytes: null };
}

function peakOf(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}
