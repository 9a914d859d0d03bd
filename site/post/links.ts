import { z } from 'zod';
import type { Clock } from '../../platform/config/clock';
import { createSeal, hashOf } from '../sessions/seal';

/** What the links in mails hold: sealed, so that nobody makes one up or reads one, and each of one purpose alone. */
export interface PostLinks {
  /** Shows that an address is its person's; it holds for a day. */
  confirmation(of: AddressAsked): string;
  /** What a confirmation is of; null for one that is none, or has ended. */
  confirmationIn(token: string): ConfirmedAddress | null;
  /** Ends one subscription, whoever has it: no sign-in is needed. It holds as long as the subscription does. */
  unsubscribing(subscription: string): string;
  /** The subscription that a link ends; null for one that is none. */
  unsubscribingIn(token: string): string | null;
}

/** An address that somebody wants their mail at. */
export interface AddressAsked {
  readonly owner: string;
  readonly address: string;
}

export interface ConfirmedAddress {
  readonly owner: string;
  /** A hash: a link in a mail that went astray tells no address. */
  readonly addressHash: string;
}

const confirmationModel = z.object({ owner: z.string(), addressHash: z.string(), untilMillis: z.number() });
const CONFIRMED_WITHIN_MILLIS = 24 * 60 * 60_000;

/** The links, sealed under keys that are drawn from the site's secret. */
export function createPostLinks({ secret, clock }: { secret: string | Buffer; clock: Clock }): PostLinks {
  const confirming = createSeal({ secret, purpose: 'mail addresses' });
  const ending = createSeal({ secret, purpose: 'ending subscriptions' });
  return {
    confirmation: ({ owner, address }) => {
      const untilMillis = clock.now().getTime() + CONFIRMED_WITHIN_MILLIS;
      return confirming.seal(JSON.stringify({ owner, addressHash: addressHashOf(address), untilMillis }));
    },
    confirmationIn(token) {
      const text = confirming.open(token);
      const read = confirmationModel.safeParse(text === null ? null : JSON.parse(text));
      if (!read.success || read.data.untilMillis <= clock.now().getTime()) return null;
      const { owner, addressHash } = read.data;
      return { owner, addressHash };
    },
    unsubscribing: (subscription) => ending.seal(subscription),
    unsubscribingIn: (token) => ending.open(token),
  };
}

/** A hash of an address as mail takes it: capitals make no other. */
export const addressHashOf = (address: string): string => hashOf(address.toLowerCase());
