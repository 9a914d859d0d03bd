import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Thrown when a server cannot listen where it should. The message says where and what to do. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/** How long requests under way may take to finish when a server is closed. */
const GRACE_MILLIS = 5_000;

export interface Listen {
  readonly port: number;
  /** The setting that the port comes from. */
  readonly setting: string;
  /** This machine alone by default; null is every network that it is in. */
  readonly bindAddress?: string | null;
}

const THIS_MACHINE = '127.0.0.1';

/** Listens on `port` (0 takes a free one) and returns the one it got. Throws `PortError`, naming the setting. */
export function listening(
  server: Server,
  { port, setting, bindAddress = THIS_MACHINE }: Listen,
): Promise<number> {
  countRequests(server);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, port, setting)));
    server.listen({ port, ...(bindAddress === null ? {} : { host: bindAddress }) }, () =>
      resolve(portOf(server.address(), port)),
    );
  });
}

/** Where this machine reaches a server that listens at `bindAddress`, without a path. */
export function addressOf(
  port: number,
  bindAddress: string | null = THIS_MACHINE,
  scheme: 'http' | 'https' = 'http',
): string {
  if (bindAddress === null || REACHED_AS_LOCALHOST.has(bindAddress)) return `${scheme}://localhost:${port}`;
  return `${scheme}://${bindAddress.includes(':') ? `[${bindAddress}]` : bindAddress}:${port}`;
}

const REACHED_AS_LOCALHOST: ReadonlySet<string> = new Set([THIS_MACHINE, '0.0.0.0', '::1', '::']);

/**
 * Closes a server: no new requests, five seconds for those under way, then the end. Connections without a request are
 * closed at once; clients keep spare ones open that `closeIdleConnections` does not count as idle.
 */
export async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const end = () => server.closeAllConnections();
    const timer = setTimeout(end, GRACE_MILLIS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    whenIdle(server, end);
  });
}

const underWay = new WeakMap<Server, Set<ServerResponse>>();

function countRequests(server: Server): void {
  const responses = new Set<ServerResponse>();
  underWay.set(server, responses);
  server.on('request', (_, response: ServerResponse) => {
    responses.add(response);
    response.once('close', () => responses.delete(response));
  });
}

function whenIdle(server: Server, action: () => void): void {
  const responses = underWay.get(server) ?? new Set();
  if (responses.size === 0) action();
  for (const response of responses) response.once('close', () => responses.size === 0 && action());
}

function explained(error: NodeJS.ErrnoException, port: number, setting: string): Error {
  if (error.code === 'EADDRINUSE')
    return new PortError(
      `Port ${port} (${setting}) is in use by another program. Stop that program, or set ${setting} to a free port.`,
    );
  if (error.code === 'EADDRNOTAVAIL')
    return new PortError(
      'BIND_ADDRESS is no address of this machine. Write one of its own, or 0.0.0.0 for all.',
    );
  if (error.code === 'EACCES')
    return new PortError(
      `Port ${port} (${setting}) may not be used here. Set ${setting} to a port over 1023.`,
    );
  return error;
}

const portOf = (address: AddressInfo | string | null, port: number): number =>
  typeof address === 'object' && address !== null ? address.port : port;
