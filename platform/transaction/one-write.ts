/** What is needed of a `pg` client to hold back what it writes. */
interface WritingClient {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

/** Connections whose writes are held back just now. */
const held = new WeakSet<object>();

/**
 * Has all that is written to a client's connection until the running code waits leave as one: each write of its own wakes the
 * server, and costs more than most statements. A client that cannot be held back writes as it is.
 */
export function inOneWrite(client: unknown): void {
  if (!isWriting(client) || held.has(client)) return;
  const { stream } = client.connection;
  held.add(client);
  stream.cork();
  process.nextTick(() => {
    held.delete(client);
    stream.uncork();
  });
}

function isWriting(client: unknown): client is WritingClient {
  if (typeof client !== 'object' || client === null || !('connection' in client)) return false;
  const { connection } = client;
  if (typeof connection !== 'object' || connection === null || !('stream' in connection)) return false;
  const { stream } = connection;
  return typeof stream === 'object' && stream !== null && 'cork' in stream && 'uncork' in stream;
}
