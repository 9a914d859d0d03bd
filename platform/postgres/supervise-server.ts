import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from './cluster';
import { DatabaseRefusal } from './refusal';
import { safeDatabaseError } from './safe-error';
import type { ServerUse } from './server-use';

/** The embedded server, and this program's use of it. */
export interface UsedServer {
  readonly cluster: Pick<Cluster, 'reused' | 'stop' | 'leave'>;
  readonly ownerUrl: string;
  readonly use: ServerUse;
}

export interface SupervisedServer {
  readonly ownerUrl: string;
  readonly reused: boolean;
  keepRunning(report: (sentence: string) => void): void;
  stop(): Promise<void>;
}

const ATTEMPTS = 5;
const PAUSE_MILLIS = 500;

/** Uses the embedded server that `open` starts or finds, and starts it again where it is lost, if asked to. */
export async function superviseServer(open: () => Promise<UsedServer>): Promise<SupervisedServer> {
  let used = await opened(open);
  let stopping = false;
  let reopening: Promise<unknown> = Promise.resolve();

  async function keep(report: (sentence: string) => void): Promise<void> {
    while (!stopping) {
      await used.use.lost;
      if (stopping) return;
      reopening = reopen(report);
      await reopening;
    }
  }

  async function reopen(report: (sentence: string) => void): Promise<void> {
    const { ownerUrl } = used;
    try {
      used = await opened(open);
      report(
        used.ownerUrl === ownerUrl
          ? 'The embedded database was lost and has been started again.'
          : 'The embedded database was lost and is now at another port: start the product anew.',
      );
    } catch (error) {
      report(`The embedded database was lost and does not start: ${safeDatabaseError(error).message}`);
      await delay(PAUSE_MILLIS);
    }
  }

  return {
    ownerUrl: used.ownerUrl,
    reused: used.cluster.reused,
    keepRunning: (report) => void keep(report),
    async stop() {
      stopping = true;
      await reopening;
      const { cluster, use } = used;
      if (await use.end()) await cluster.stop();
      else cluster.leave();
      await use.close();
    },
  };
}

/** Another program that was the last to use the server may just be stopping it. */
async function opened(open: () => Promise<UsedServer>): Promise<UsedServer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await open();
    } catch (error) {
      if (error instanceof DatabaseRefusal || attempt === ATTEMPTS) throw error;
      await delay(PAUSE_MILLIS);
    }
  }
}
