import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { type AddressList, plainAddress } from '../../platform/identity/address-list';

const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/**
 * The origin under which a caller reached us, as they would write it; null where it is not told, or is none. A proxy that is trusted is
 * believed how it was asked. It is told back to the same caller alone, who knows what they asked.
 */
export function askedOrigin(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  trusted: AddressList,
): string | null {
  const isBehind = trusted.holds(plainAddress(socket.remoteAddress ?? ''));
  const said = (name: string) => {
    const value = headers[name];
    return isBehind && typeof value === 'string' ? value.split(',')[0]?.trim() : undefined;
  };
  const host = said('x-forwarded-host') ?? headers.host ?? '';
  const isTls = (said('x-forwarded-proto') ?? (socket instanceof TLSSocket ? 'https' : 'http')) === 'https';
  return HOST.test(host) ? `${isTls ? 'https' : 'http'}://${host.toLowerCase()}` : null;
}
