import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { ROOT } from '../scripts/product/root';
import type { RunningProduct } from '../scripts/testing/running-product';
import type { AskedOperation } from './dashboard/questions';

const CONNECTIONS = 50;
const SECONDS = 5;

/** What many askers were told at once. */
export interface AskedAtOnce {
  readonly aSecond: number;
  /** Of each answer. */
  readonly millis: readonly number[];
  readonly bytes: number;
}

/** Fifty analysts ask the same, each again as soon as they are answered, from a thread of their own; each anew where `isNew`. */
export async function askAtOnce(
  product: RunningProduct,
  operation: AskedOperation,
  { isNew } = { isNew: false },
): Promise<AskedAtOnce> {
  const tokens = await Promise.all(
    Array.from({ length: CONNECTIONS }, (_, place) =>
      product.token({
        subject: `analyst-${place}`,
        role: 'analyst',
        streams: [],
        services: [],
        partner: null,
      }),
    ),
  );
  const worker = new Worker(path.join(__dirname, 'ask-at-once.ts'), {
    workerData: { url: product.url, tokens, body: JSON.stringify(operation), isNew, seconds: SECONDS },
    execArgv: ['--require', path.join(ROOT, 'scripts', 'run', 'typescript.cjs')],
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
