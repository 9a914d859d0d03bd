import type { Identity, SignedIn } from './identity';
import { NEVER_BY_KEY, OPEN_TO_PROTECTED, SCOPES_OF_ROLE, type Scope } from './scopes';

/** The roles that there are. */
export const ROLES: readonly string[] = Object.keys(SCOPES_OF_ROLE);

/** The roles that have all scopes of any one of the lists, as `@requiresScopes` reads them. */
export const rolesWith = (scopes: readonly (readonly string[])[]): string[] =>
  Object.entries(SCOPES_OF_ROLE)
    .filter(([, held]) => scopes.some((group) => group.every((scope) => isHeld(scope, held))))
    .map(([role]) => role);

const isHeld = (scope: string, held: readonly string[]): boolean => held.includes(scope);

/** What narrows what a role opens. */
type Narrowing = Pick<Identity, 'credential' | 'smallNumbersBelow'>;

/** What a role opens, with less by a key, and where small numbers are protected; nothing for a role that there is not. */
export function opensByRole(
  role: string,
  { credential, smallNumbersBelow }: Narrowing = {},
): readonly Scope[] {
  const scopes = Object.hasOwn(SCOPES_OF_ROLE, role) ? (SCOPES_OF_ROLE[role] ?? []) : [];
  return scopes
    .filter((scope) => credential === undefined || !NEVER_BY_KEY.includes(scope))
    .filter((scope) => smallNumbersBelow === undefined || OPEN_TO_PROTECTED.includes(scope));
}

/**
 * Somebody to whom numbers below another are not told, nor what they could be counted from. Of two such numbers the larger holds:
 * one is of the role, one of an agreement.
 */
export const protectedFrom = (identity: Identity, below: number | undefined): Identity => {
  if (below === undefined) return identity;
  const smallNumbersBelow = Math.max(below, identity.smallNumbersBelow ?? 0);
  const opened: readonly string[] = opensByRole(identity.role, { ...identity, smallNumbersBelow });
  return {
    ...identity,
    scopes: identity.scopes.filter((scope) => opened.includes(scope)),
    smallNumbersBelow,
  };
};

/** Whoever signed in, with the scopes of their role, by a key with fewer; null for a role that there is not. */
export function identityOf(signedIn: SignedIn, credential?: Identity['credential']): Identity | null {
  if (!Object.hasOwn(SCOPES_OF_ROLE, signedIn.role)) return null;
  const scopes = opensByRole(signedIn.role, { credential });
  return { ...signedIn, scopes, ...(credential === undefined ? {} : { credential }) };
}
