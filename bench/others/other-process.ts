import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Installed } from './install';

/** One of the others in a process of its own, which is spoken with by messages. */
export interface OtherProcess {
  /** The next message that it sends; rejects when it ends before. */
  heard(): Promise<unknown>;
  send(message: readonly string[]): void;
  stop(): Promise<void>;
}

/** Starts a program of this folder with what is installed, and waits for its first message. */
export function startOther({ directory, node }: Installed, program: string, args: string[]): OtherProcess {
  const child = fork(path.join(__dirname, program), [directory, ...args], {
    execPath: node,
    execArgv: [],
    env: { GRAPHILE_ENV: 'production', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  return {
    heard: () => firstOf(child),
    send: (message) => void child.send(message),
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}

function firstOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error('What was measured beside the product has ended'));
    child.once('exit', gone);
    child.once('message', (message) => {
      child.off('exit', gone);
      resolve(message);
    });
  });
}
