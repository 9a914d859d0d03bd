import type { IncomingMessage } from 'node:http';
import { type AddressList, plainAddress } from '../../platform/identity/address-list';

/**
 * The address that a request came from; null where that is not known. Only proxies that are trusted are believed what they
 * say of those before them: from the last address back, the first that is no trusted proxy's is the caller's.
 */
export function callerAddress(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  trusted: AddressList,
): string | null {
  const forwarded = request.headers['x-forwarded-for'];
  const said = (typeof forwarded === 'string' ? forwarded : '').split(',').map((each) => each.trim());
  let address = plainAddress(request.socket.remoteAddress ?? '');
  while (trusted.holds(address)) {
    const before = said.pop();
    if (before === undefined || before === '') break;
    address = plainAddress(before);
  }
  return address === '' ? null : address;
}
