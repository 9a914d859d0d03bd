import { z } from 'zod';
import type { Clock } from '../../platform/config/clock';
import { MOST_PROTECTED } from '../../platform/identity/claims';
import type { Identity } from '../../platform/identity/identity';
import { protectedFrom } from '../../platform/identity/roles';
import { PARTNER_ROLE, SCOPES_OF_PART } from '../../platform/identity/scopes';
import { askKeyPart, type KeyPart } from '../keys/key-book';
import { rememberShortly } from '../keys/remember-shortly';
import type { Terms } from '../sandbox/sandbox';

/** The agreements with partners, to which every credential of theirs is bound. */
export interface Agreements {
  /**
   * Whoever signed in, within what is agreed with their partner; null for one with whom nothing is agreed, or no longer. Rejects
   * when the part does not answer: then nobody of a partner is let in.
   */
  within(identity: Identity): Promise<Identity | null>;
  /** What is agreed with a partner, now or from a day that is to come; null where nothing is, or no longer. */
  termsOf(partner: string): Promise<Terms | null>;
}

const FIND = `query AgreementInForce($partner: ID!, $orToCome: Boolean!) {
  agreementInForce(partner: $partner, orToCome: $orToCome) { streams parts smallNumbersBelow }
}`;

const model = z.object({
  agreementInForce: z
    .object({
      streams: z.array(z.string()),
      parts: z.array(z.string()),
      smallNumbersBelow: z.int().min(2).max(MOST_PROTECTED).nullable(),
    })
    .nullable(),
});

/** Asks the part that keeps agreements, twice a second for each partner at most. */
export function agreementsOf(of: KeyPart, clock: { readonly clock?: Clock } = {}): Agreements {
  const finding = (orToCome: boolean) =>
    rememberShortly(async (partner) => {
      const asked = { query: FIND, variables: { partner, orToCome } };
      return model.parse(await askKeyPart(of, asked)).agreementInForce;
    }, clock);
  const find = finding(false);
  return {
    termsOf: finding(true),
    async within(identity) {
      if (identity.role !== PARTNER_ROLE) return identity;
      const agreed = identity.partner === null ? null : await find(identity.partner);
      if (agreed === null) return null;
      const { streams, parts, smallNumbersBelow } = agreed;
      const scopes = identity.scopes.filter((scope) => isOpen(scope, parts));
      return protectedFrom({ ...identity, scopes, streams }, smallNumbersBelow ?? undefined);
    },
  };
}

/** A gateway that knows of no agreements lets nobody of a partner in. */
export const NO_AGREEMENTS: Agreements = {
  within: async (identity) => (identity.role === PARTNER_ROLE ? null : identity),
  termsOf: async () => null,
};

const BOUND: readonly string[] = Object.values(SCOPES_OF_PART).flat();

/** What belongs to no part of agreements, a partner has under every one. */
function isOpen(scope: string, parts: readonly string[]): boolean {
  const opened: readonly string[] = Object.entries(SCOPES_OF_PART).flatMap(([part, scopes]) =>
    parts.includes(part) ? scopes : [],
  );
  return !BOUND.includes(scope) || opened.includes(scope);
}
