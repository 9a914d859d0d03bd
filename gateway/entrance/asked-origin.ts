import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { type AddressList, plainAddress } from '../../platform/identity/address-list';

const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * The origin under which a caller reached us, as they would write it; null where it is not told, or is none. A proxy that is trusted is
 * believed how it was asked; that it was by HTTPS, anybody: no link leads where it is read on the way. It is told back to the same
 * caller alone, who knows what they asked.
 */
export function askedOrigin(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  trusted: AddressList,
): string | null {
  const isTrusted = trusted.holds(plainAddress(socket.remoteAddress ?? ''));
  const said = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value.split(',')[0]?.trim() : undefined;
  };
  const host = (isTrusted ? said('x-forwarded-host') : undefined) ?? headers.host ?? '';
  const scheme = said('x-forwarded-proto');
  const isTls = scheme === 'https' || (socket instanceof TLSSocket && !(isTrusted && scheme !== undefined));
  return HOST.test(host) ? `${isTls ? 'https' : 'http'}://${host.toLowerCase()}` : null;
}
