import type { Identity, SignedIn } from '../../platform/identity/identity';
import { NEVER_BY_KEY, OPEN_TO_PROTECTED, SCOPES_OF_ROLE } from '../../platform/identity/scopes';

/** The roles that there are. */
export const ROLES: readonly string[] = Object.keys(SCOPES_OF_ROLE);

/** The roles that have all scopes of any one of the lists, as `@requiresScopes` reads them. */
export const rolesWith = (scopes: readonly (readonly string[])[]): string[] =>
  Object.entries(SCOPES_OF_ROLE)
    .filter(([, held]) => scopes.some((group) => group.every((scope) => isHeld(scope, held))))
    .map(([role]) => role);

const isHeld = (scope: string, held: readonly string[]): boolean => held.includes(scope);

/** Somebody to whom numbers below another are not told, nor what they could be counted from. */
export const protectedFrom = (identity: Identity, smallNumbersBelow: number | undefined): Identity =>
  smallNumbersBelow === undefined
    ? identity
    : {
        ...identity,
        scopes: identity.scopes.filter((scope) => OPEN_TO_PROTECTED.some((open) => open === scope)),
        smallNumbersBelow,
      };

/** Whoever signed in, with the scopes of their role, by a key with fewer; null for a role that there is not. */
export function identityOf(signedIn: SignedIn, credential?: Identity['credential']): Identity | null {
  const scopes = Object.hasOwn(SCOPES_OF_ROLE, signedIn.role) ? SCOPES_OF_ROLE[signedIn.role] : undefined;
  if (scopes === undefined) return null;
  if (credential === undefined) return { ...signedIn, scopes };
  return { ...signedIn, scopes: scopes.filter((scope) => !NEVER_BY_KEY.includes(scope)), credential };
}
