import { Client } from 'pg';
import { serverAddress } from '../postgres/server-address';

const RETRY_MILLIS = 5_000;

/**
 * Calls `onWake` whenever something is published in the database at `url`. Only a hint: where the connection
 * breaks (or a pooler swallows notifications) the poll goes on by itself, and this tries again after five seconds.
 */
export function listenForEvents({ url, onWake }: { url: string; onWake: () => void }): {
  stop(): Promise<void>;
} {
  let stopped = false;
  let client: Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  async function listen(): Promise<void> {
    const next = new Client({ ...serverAddress(url), application_name: 'complaints relay' });
    client = next;
    next.on('notification', onWake);
    next.on('error', again);
    try {
      await next.connect();
      await next.query('listen outbox');
    } catch {
      again();
    }
  }

  function again(): void {
    if (stopped) return;
    client?.removeAllListeners();
    client?.on('error', () => undefined);
    void client?.end().catch(() => undefined);
    client = null;
    clearTimeout(retry);
    retry = setTimeout(() => void listen(), RETRY_MILLIS);
    retry.unref();
  }

  void listen();
  return {
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
