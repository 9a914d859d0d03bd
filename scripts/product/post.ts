import type { Logger } from '../../platform/logging/logger';
import { safeDatabaseError } from '../../platform/postgres/safe-error';
import type { RunningSite } from '../../site/site';
import { repeat } from './repeat';

const LOOK_EVERY_MILLIS = 5_000;

/** Sends figures by mail until it is stopped; the mail under way is finished. Several copies of the site may: each mail is one’s. */
export function startPost(site: Pick<RunningSite, 'sendMail'>, logger: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const sending = repeat(
    {
      everyMillis: LOOK_EVERY_MILLIS,
      work: () => site.sendMail(stopping.signal),
      failed: (error) =>
        logger.error({ err: safeDatabaseError(error) }, 'Mail could not be sent; it is tried again'),
    },
    stopping.signal,
  );
  return {
    async stop() {
      stopping.abort();
      await sending;
    },
  };
}
