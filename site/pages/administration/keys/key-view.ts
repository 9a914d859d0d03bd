import type { KeyLineFragment } from '../../../operations/__generated__/operations';
import { decidedOn } from '../office';

/** How a key stands, in words, and the colour of its tag. */
const STATES = {
  LIVE: { text: 'Live', colour: 'green' },
  EXPIRED: { text: 'Expired', colour: 'grey' },
  REVOKED: { text: 'Revoked', colour: 'red' },
} as const;

/** A key as pages show it. */
export function keyView({ state, streams, services, addresses, ...key }: KeyLineFragment) {
  return {
    ...{ id: key.id, name: key.name, owner: key.owner, role: key.role, partner: key.partner },
    href: `/administration/keys/${key.id}`,
    isLive: state === 'LIVE',
    isSandbox: key.isSandbox,
    state: STATES[state],
    opens: [...streams, ...services, ...(key.partner === null ? [] : [key.partner])].join(', '),
    addresses: addresses.join(', '),
    made: `${decidedOn(key.madeAt)} by ${key.madeBy}`,
    expires: decidedOn(key.expiresAt),
    lastUsed: key.lastUsedAt === null ? 'Never' : decidedOn(key.lastUsedAt),
    refused:
      key.refusedUses === 0 || key.lastRefusedAt === null
        ? null
        : `${key.refusedUses} times, last on ${decidedOn(key.lastRefusedAt)}`,
    rotatedFrom: key.rotatedFrom,
    revoked:
      key.revokedAt === null
        ? null
        : `${decidedOn(key.revokedAt)} by ${key.revokedBy ?? 'nobody named'}: ${key.revokedBecause ?? ''}`,
  };
}

/** What a tool is set up with: both ways to send a key, as headers that can be copied. */
export function connectWith({ id, secret }: { readonly id: string; readonly secret: string }) {
  const encoded = Buffer.from(`${id}:${secret}`).toString('base64');
  return {
    basicHeader: `Authorization: Basic ${encoded}`,
    bearerHeader: `Authorization: Bearer ${secret}`,
  };
}
