import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Thrown when a server cannot listen where it should. The message says where and what to do. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

/** How long requests under way may take to finish when a server is closed. */
const GRACE_MILLIS = 5_000;

/**
 * Listens on `port` (0 takes a free one) and returns the one it got. Throws `PortError`, naming `setting`, the setting
 * that the port comes from.
 */
export function listening(
  server: Server,
  { port, setting }: { port: number; setting: string },
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(told(error, port, setting)));
    server.listen(port, () => resolve(portOf(server.address(), port)));
  });
}

/** Closes a server: no new requests, five seconds for those under way, then the end. */
export async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MILLIS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function told(error: NodeJS.ErrnoException, port: number, setting: string): Error {
  if (error.code === 'EADDRINUSE')
    return new PortError(
      `Port ${port} (${setting}) is in use by another program. Stop that program, or set ${setting} to a free port.`,
    );
  if (error.code === 'EACCES')
    return new PortError(
      `Port ${port} (${setting}) may not be used here. Set ${setting} to a port over 1023.`,
    );
  return error;
}

const portOf = (address: AddressInfo | string | null, port: number): number =>
  typeof address === 'object' && address !== null ? address.port : port;
