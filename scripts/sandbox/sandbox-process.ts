import { type ChildProcess, fork } from 'node:child_process';
import { type Tells, tellsModel } from './messages';
import type { Expected } from './prepare-guests';

/** The sandbox as a process of its own. */
export interface SandboxProcess {
  /** Where it answers: this machine alone reaches it. */
  readonly url: string;
  /** Has it made ready for a partner. Rejects where it could not be. */
  prepare(expected: Expected): Promise<void>;
  /** Resolves when it has ended, however it came to that. */
  readonly ended: Promise<void>;
  /** Ends it cleanly, or after some seconds in any way. */
  stop(): Promise<void>;
}

const STOP_MILLIS = 8_000;

/** Starts it, with these settings and nothing else of the environment. Resolves once it answers, and rejects when it ends before. */
export async function startSandboxProcess({
  program,
  env,
}: {
  readonly program: string;
  readonly env: NodeJS.ProcessEnv;
}): Promise<SandboxProcess> {
  const child = fork(program, [], {
    env,
    execArgv: ['--no-deprecation'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const url = await Promise.race([urlTold(child), ended.then(() => null)]);
  if (url === null) throw new Error('The sandbox ended before it answered');
  return {
    url,
    ended,
    prepare: preparing(child, ended),
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MILLIS);
      await ended;
      clearTimeout(late);
    },
  };
}

const urlTold = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    const heard = (message: unknown) => {
      const told = tellsModel.parse(message);
      if (!('url' in told)) return;
      child.off('message', heard);
      resolve(told.url);
    };
    child.on('message', heard);
  });

/** Each is told apart by its number: partners are made ready for side by side. */
function preparing(child: ChildProcess, ended: Promise<void>): SandboxProcess['prepare'] {
  const waiting = new Map<number, (told: Tells) => void>();
  let last = 0;
  child.on('message', (message) => {
    const told = tellsModel.parse(message);
    if ('id' in told) waiting.get(told.id)?.(told);
  });
  return async (expected) => {
    last += 1;
    const id = last;
    const told = new Promise<Tells>((resolve) => waiting.set(id, resolve));
    child.send({ id, ...expected });
    const answer = await Promise.race([told, ended.then(() => null)]);
    waiting.delete(id);
    if (answer === null || !('id' in answer) || !answer.isPrepared)
      throw new Error('The sandbox could not be made ready for a partner');
  };
}
