import type { TokenVerifier } from '../../platform/identity/bearer-token';
import type { Identity, SignedIn } from '../../platform/identity/identity';
import { NotAdmittedError, SignInError } from '../../platform/identity/sign-in-error';
import { Refusal, SignInRefusal, SignInUnavailable } from './refusal';
import { identityOf } from './roles';

/** One way to sign in. */
export interface Verifier {
  /** The credential in an `Authorization` header of this scheme; null where the header is of another. */
  credentialIn(authorization: string): string | null;
  /** Throws `SignInError` for a credential that is not good, `NotAdmittedError` for a good one without a role, and whatever happened when it cannot be checked now. */
  verify(credential: string): Promise<SignedIn>;
}

/** Signs in by a bearer token of the sign-in service (RFC 6750). */
export const bearerTokens = ({ verify }: TokenVerifier): Verifier => ({
  credentialIn: (authorization) => /^Bearer +([\w.~+/=-]+)$/i.exec(authorization)?.[1] ?? null,
  verify: (token) => verify(token),
});

/**
 * Who asks, by the first verifier that knows the scheme. Throws a `Refusal`: 401 where nobody signed in, 403 for a role
 * that there is not, 503 when sign-ins cannot be checked now.
 */
export async function signIn(
  authorization: string | null,
  { verifiers }: { readonly verifiers: readonly Verifier[] },
): Promise<Identity> {
  for (const verifier of verifiers) {
    const credential = verifier.credentialIn(authorization ?? '');
    if (credential !== null) return withScopes(await verified(verifier, credential));
  }
  throw new SignInRefusal('Sign in first: send the header "Authorization: Bearer" with your token.', false);
}

async function verified(verifier: Verifier, credential: string): Promise<SignedIn> {
  try {
    return await verifier.verify(credential);
  } catch (error) {
    if (error instanceof NotAdmittedError)
      throw new Refusal(403, 'FORBIDDEN', error.message, null, error.subject ?? null);
    if (error instanceof SignInError) throw new SignInRefusal(error.message, true);
    throw new SignInUnavailable(error);
  }
}

function withScopes(signedIn: SignedIn): Identity {
  const identity = identityOf(signedIn);
  if (identity !== null) return identity;
  const message = 'Your sign-in names a role that is not known here.';
  throw new Refusal(403, 'FORBIDDEN', message, null, signedIn.subject);
}
