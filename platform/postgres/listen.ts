import { Client } from 'pg';
import { serverAddress } from './server-address';

const RETRY_MILLIS = 5_000;

export interface Listen {
  readonly url: string;
  readonly channel: 'outbox' | 'changes';
  /** What the connection is called in the server's list. */
  readonly name: string;
  /** Called with what each notification says. */
  onTold(text: string): void;
  /** Called whenever it begins to listen: what was told before, or while its connection was lost, it did not hear. */
  onListening?(): void;
}

export interface Listening {
  /** Resolves once it listens, or has failed to for the first time. */
  readonly begun: Promise<void>;
  stop(): Promise<void>;
}

/** Listens to a channel of the database at `url`, over one connection. Where that breaks, it tries again every five seconds. */
export function listenTo({ url, channel, name, onTold, onListening = () => undefined }: Listen): Listening {
  let stopped = false;
  let client: Client | null = null;
  let retry: NodeJS.Timeout | undefined;

  async function listen(): Promise<void> {
    const next = new Client({ ...serverAddress(url), application_name: name });
    client = next;
    next.on('notification', ({ payload = '' }) => onTold(payload));
    next.on('error', again);
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      if (!stopped) onListening();
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

  return {
    begun: listen(),
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
