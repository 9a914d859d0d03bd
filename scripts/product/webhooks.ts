import type { Logger } from '../../platform/logging/logger';
import { safeDatabaseError } from '../../platform/postgres/safe-error';
import { createPostWebhook, type PostWebhook } from '../../platform/webhooks/post-webhook';
import { sendNext } from '../../subgraphs/access/subgraph';
import type { Schemas } from '../../subgraphs/schemas';
import { repeat } from './repeat';

const LOOK_EVERY_MILLIS = 1_000;
/** So many addresses are sent to side by side: one that hangs holds up itself and few others. */
const SENDERS = 4;

/**
 * Tells partners of events at their addresses until it is stopped. Several processes may: each address is leased by the one that
 * sends to it.
 */
export function startWebhooks(
  { schemas, logger }: { readonly schemas: Pick<Schemas, 'of'>; readonly logger: Logger },
  post: PostWebhook = createPostWebhook(),
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted && (await sendNext(schemas.of('access'), post)));
  };
  const failed = (error: unknown): void =>
    logger.error({ err: safeDatabaseError(error) }, 'Webhooks could not be sent; they are tried again');
  const senders = Array.from({ length: SENDERS }, () =>
    repeat({ everyMillis: LOOK_EVERY_MILLIS, work, failed }, stopping.signal),
  );
  return {
    async stop() {
      stopping.abort();
      await Promise.all(senders);
    },
  };
}
