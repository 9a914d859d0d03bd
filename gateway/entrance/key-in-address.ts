import { holdsKey } from '../../platform/identity/key-text';
import { Refusal } from './refusal';

/**
 * Throws a `Refusal` (400) where a key's secret stands in the address of a request: it would be in logs and histories on its
 * way. Nothing of the address is repeated.
 */
export function refuseKeyInAddress(url: string): void {
  if (!holdsKey(url) && !holdsKey(decoded(url)) && !holdsKey(decoded(decoded(url)))) return;
  throw new Refusal(
    400,
    'KEY_IN_ADDRESS',
    'A key stands in the address, where others can read it. Send it in the header Authorization. This one has been seen by now: rotate it, and revoke it.',
  );
}

function decoded(text: string): string {
  return text.replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
