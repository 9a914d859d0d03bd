import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { childEnvironment } from '../../platform/config/child-environment';
import { ROOT } from '../../scripts/product/root';
import { environmentOf } from './place';

/** A command of the product, as a process of its own. */
export interface Command {
  readonly pid: number;
  /** How it ended; with the signal that ended it, if one did. */
  readonly ended: Promise<Ended>;
  hasEnded(): boolean;
  /** Resolves when it has said this on standard output. Throws what it said when it ends before. */
  says(text: string): Promise<void>;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const POLL_MILLIS = 10;

/** Starts `import`, `start` or any other command of the built product on a data directory. */
export function startCommand(
  name: string,
  {
    directory,
    args = [],
    settings = {},
  }: {
    readonly directory: string;
    readonly args?: readonly string[];
    /** Further settings of the command. */
    readonly settings?: Readonly<Record<string, string>>;
  },
): Command {
  const program = path.join(ROOT, 'dist', 'scripts', `${name}.js`);
  const child = spawn(process.execPath, [program, ...args], {
    cwd: ROOT,
    env: { ...childEnvironment(), ...environmentOf(directory), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    heard.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    heard.stderr += chunk.toString();
  });
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid ?? 0,
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve({ code, signal, ...heard }));
    }),
    hasEnded,
    async says(text) {
      while (!heard.stdout.includes(text)) {
        if (hasEnded()) throw new Error(`${name} ended: ${heard.stderr.trim()}`);
        await delay(POLL_MILLIS);
      }
    },
  };
}
