import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';

export const PATH = '/odata/v4';

const HOST = /^[A-Za-z0-9.-]{1,253}(?::\d{1,5})?$|^\[[0-9A-Fa-f:.]{2,45}\](?::\d{1,5})?$/;

/**
 * The address of the service as the caller wrote it, with the slash after it: links in answers begin with it, and go to nobody else. Behind a
 * proxy that says the caller came by HTTPS, links do the same. Relative where no host was named.
 */
export function serviceRoot({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const { host } = headers;
  if (host === undefined || !HOST.test(host)) return `${PATH}/`;
  const isOverTls = socket instanceof TLSSocket || headers['x-forwarded-proto'] === 'https';
  return `${isOverTls ? 'https' : 'http'}://${host}${PATH}/`;
}
