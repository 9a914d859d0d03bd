import type { TokenVerifier } from '../../platform/identity/bearer-token';
import type { Identity, SignedIn } from '../../platform/identity/identity';
import { identityOf } from '../../platform/identity/roles';
import { NotAdmittedError, SignInError, tokenRefused } from '../../platform/identity/sign-in-error';
import type { Agreements } from '../partners/agreements';
import type { SandboxGuest } from '../sandbox/sandbox';
import { Refusal, SignInRefusal, SignInUnavailable } from './refusal';

/** Whoever a credential is of, and whether it opens the sandbox, and no record. */
export type Verified = SignedIn & { readonly isSandbox?: boolean };

/** Who is let in: to the records that there are, or to made-up ones. Never both. */
export type Admitted = { readonly identity: Identity } | { readonly guest: SandboxGuest };

/** One way to sign in. */
export interface Verifier {
  /** The credential in an `Authorization` header of this scheme; null where the header is of another. */
  credentialIn(authorization: string): string | null;
  /** Throws `SignInError` for a credential that is not good, `NotAdmittedError` for a good one without a role, and whatever happened when it cannot be checked now. */
  verify(credential: string, from: From): Promise<Verified>;
  /** How a credential is refused, whatever is wrong with it. */
  refused(): SignInError;
  /** What is signed in with, where that opens less than a person's sign-in. */
  readonly credential?: Identity['credential'];
}

/** Where somebody asks from. */
export interface From {
  /** Null where that is not known. */
  readonly address: string | null;
}

/** Signs in by a bearer token of the sign-in service (RFC 6750). */
export const bearerTokens = ({ verify }: TokenVerifier): Verifier => ({
  credentialIn: (authorization) => /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1] ?? null,
  verify: (token) => verify(token),
  refused: tokenRefused,
});

interface SigningIn {
  readonly verifiers: readonly Verifier[];
  readonly agreements: Agreements;
  readonly from: From;
}

/**
 * Who asks, by the first verifier that knows the scheme. Throws a `Refusal`: 401 where nobody signed in, 403 for a role
 * that there is not, 503 when sign-ins cannot be checked now.
 */
export async function signIn(
  authorization: string | null,
  { verifiers, agreements, from }: SigningIn,
): Promise<Admitted> {
  for (const verifier of verifiers) {
    const credential = verifier.credentialIn(authorization ?? '');
    if (credential === null) continue;
    const { isSandbox, ...signedIn } = await verified(verifier, credential, from);
    if (isSandbox === true) return { guest: await guestOf(verifier, agreements, signedIn) };
    const identity = withScopes(signedIn, verifier.credential);
    return { identity: await agreed(verifier, agreements, identity) };
  }
  throw new SignInRefusal(
    'Sign in first: send the header "Authorization: Bearer" with your token or your key.',
    false,
  );
}

/** A credential of a partner is no better than what is agreed with it: refused in the words of one that is not good. */
async function agreed(verifier: Verifier, agreements: Agreements, identity: Identity): Promise<Identity> {
  const within = await agreements.within(identity).catch(cannotBeChecked);
  if (within === null) throw new SignInRefusal(verifier.refused().message, true, identity);
  return within;
}

/** A key of the sandbox holds for as long as an agreement stands, begun or not, and is refused in the same words. */
async function guestOf(
  verifier: Verifier,
  agreements: Agreements,
  { subject, partner }: SignedIn,
): Promise<SandboxGuest> {
  const terms = await (partner === null ? null : agreements.termsOf(partner).catch(cannotBeChecked));
  if (partner === null || terms === null) throw new SignInRefusal(verifier.refused().message, true);
  return { subject, partner, terms };
}

const cannotBeChecked = (error: unknown): never => {
  throw new SignInUnavailable(error);
};

async function verified(verifier: Verifier, credential: string, from: From): Promise<Verified> {
  try {
    return await verifier.verify(credential, from);
  } catch (error) {
    if (error instanceof NotAdmittedError)
      throw new Refusal(403, 'FORBIDDEN', error.message, null, error.subject ?? null);
    if (error instanceof SignInError) throw new SignInRefusal(error.message, true, null, error.key);
    throw new SignInUnavailable(error);
  }
}

function withScopes(signedIn: SignedIn, credential: Identity['credential']): Identity {
  const identity = identityOf(signedIn, credential);
  if (identity !== null) return identity;
  const message = 'Your sign-in names a role that is not known here.';
  throw new Refusal(403, 'FORBIDDEN', message, null, signedIn.subject);
}
