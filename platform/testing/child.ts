import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** A process of its own that runs TypeScript of the product, to be killed by a test. */
export interface Child {
  readonly process: ChildProcess;
  /** The next whole line that it says on standard output. Rejects with what it said on standard error when it ends. */
  line(): Promise<string>;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
  /** Ends it as a power cut would: it gets to do nothing more. Resolves when it is gone. */
  kill(): Promise<void>;
}

export interface RunChild {
  /** Statements of an async function; `require` takes paths from the project's root, such as './platform/config/clock'. */
  readonly code: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** Starts a process that runs `code`. */
export function runChild({ code, env = {}, user }: RunChild): Child {
  const wrapped = `(async () => { ${code} })().catch((error) => { console.error(error.message); process.exit(1); });`;
  const child = spawn(process.execPath, ['-r', './scripts/run/typescript.cjs', '-e', wrapped], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  const heard = listen(child);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    process: child,
    line: heard,
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function listen(child: ChildProcess): () => Promise<string> {
  let unread = '';
  let complaint = '';
  let over = false;
  let wake: () => void = () => undefined;
  child.stdout?.on('data', (chunk: Buffer) => {
    unread += chunk.toString();
    wake();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  child.once('close', () => {
    over = true;
    wake();
  });
  return async () => {
    while (!unread.includes('\n')) {
      if (over) throw new Error(complaint.trim() || 'The process ended without a word');
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const end = unread.indexOf('\n');
    const line = unread.slice(0, end);
    unread = unread.slice(end + 1);
    return line;
  };
}
