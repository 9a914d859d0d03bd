import type { SignedIn } from '../../platform/identity/identity';
import { NotAdmittedError, SignInError, tokenRefused } from '../../platform/identity/sign-in-error';
import { type Agreements, NO_AGREEMENTS } from '../partners/agreements';
import { bearerTokens, signIn, type Verifier } from './sign-in';

const person = (subject: string, role = 'analyst'): SignedIn => ({
  ...{ subject, role, streams: [], services: [], partner: null },
});
const bearer = bearerTokens({
  verify: async (token) => {
    if (token === 'stale') throw new SignInError('Your token has run out. Sign in again.');
    if (token === 'outside') throw new NotAdmittedError('Your sign-in has no role here.', 'olu');
    if (token === 'guest') return { ...person('sid'), ...GUEST };
    if (token === 'unlucky') throw new Error('connect ECONNREFUSED');
    return person('by token', token === 'odd' ? 'wizard' : 'analyst');
  },
});
const GUEST = { role: 'partner', partner: 'guests' };
/** A second way to sign in, as keys for tools will be. */
const keys: Verifier = {
  credentialIn: (authorization) => /^Basic (\S+)$/.exec(authorization)?.[1] ?? null,
  verify: async (key) => ({
    ...person(`by ${key}`),
    ...(key === 'guest' || key === 'sandbox' ? GUEST : {}),
    isSandbox: key.startsWith('sandbox'),
  }),
  refused: () => new SignInError('The key is not good here.'),
};
const by = (
  authorization: string | null,
  verifiers: readonly Verifier[] = [bearer, keys],
  agreements: Agreements = NO_AGREEMENTS,
) => signIn(authorization, { verifiers, agreements, from: { address: '192.0.2.7' } });

describe('signing in by several verifiers', () => {
  it.each([null, '', 'Digest abc', 'Bearer', 'Basic'])(
    'refuses %s, which none of them knows',
    async (header) => {
      await expect(by(header)).rejects.toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    },
  );

  it.each([
    ['Bearer good', 'by token'],
    ['Basic k1', 'by k1'],
  ])('%s is for the one that knows its scheme, in whatever order they stand', async (header, subject) => {
    const identity = { subject, scopes: expect.arrayContaining(['figures']) };
    expect(await by(header)).toEqual({ identity: expect.objectContaining(identity) });
    expect(await by(header, [keys, bearer])).toMatchObject({ identity: { subject } });
  });

  it('tries no other where the credential of a scheme is not good', async () => {
    const generous: Verifier = {
      credentialIn: () => 'anything',
      verify: async () => person('anybody'),
      refused: tokenRefused,
    };
    await expect(by('Bearer stale', [bearer, generous])).rejects.toMatchObject({
      status: 401,
      message: 'Your token has run out. Sign in again.',
    });
  });

  it('refuses a role that there is not, and says when sign-ins cannot be checked', async () => {
    await expect(by('Bearer odd')).rejects.toMatchObject({ status: 403, subject: 'by token' });
    await expect(by('Bearer outside')).rejects.toMatchObject({
      ...{ status: 403, code: 'FORBIDDEN', subject: 'olu', message: 'Your sign-in has no role here.' },
    });
    await expect(by('Bearer unlucky')).rejects.toMatchObject({ status: 503, code: 'SIGN_IN_UNAVAILABLE' });
  });
});

describe('whoever belongs to a partner', () => {
  const refused = () => Promise.reject(new Error('connect ECONNREFUSED'));
  const agreed: Agreements = {
    within: async (identity) => ({ ...identity, streams: ['adults'] }),
    termsOf: async () => ({ streams: ['adults'], parts: ['CASES'], smallNumbersBelow: null }),
  };
  const down: Agreements = { within: refused, termsOf: refused };

  it.each([
    ['Bearer guest', tokenRefused().message],
    ['Basic guest', 'The key is not good here.'],
  ])('is refused without an agreement in the words of a bad credential: %s', async (header, message) => {
    await expect(by(header)).rejects.toMatchObject({ status: 401, code: 'UNAUTHENTICATED', message });
  });

  it.each(['Bearer guest', 'Basic guest'])('is let in within what is agreed: %s', async (header) => {
    expect(await by(header, [bearer, keys], agreed)).toMatchObject({
      identity: { role: 'partner', streams: ['adults'] },
    });
  });

  it('is let in by nothing while it cannot be asked what is agreed', async () => {
    await expect(by('Bearer guest', [bearer, keys], down)).rejects.toMatchObject({ status: 503 });
  });
});

describe('a key of the sandbox', () => {
  const terms = { streams: ['adults'], parts: ['CASES'], smallNumbersBelow: null };
  const standing: Agreements = { within: async (identity) => identity, termsOf: async () => terms };

  it('lets a guest in, to whom no scope is given and for whom nobody vouches', async () => {
    expect(await by('Basic sandbox', [keys], standing)).toEqual({
      guest: { subject: 'by sandbox', partner: 'guests', terms },
    });
  });

  it.each([
    ['no agreement stands', 'Basic sandbox', NO_AGREEMENTS],
    ['it is of no partner', 'Basic sandbox-of-nobody', standing],
  ])('is refused as a bad one where %s', async (_, header, agreements) => {
    const message = 'The key is not good here.';
    await expect(by(header, [keys], agreements)).rejects.toMatchObject({ status: 401, message });
  });

  it('is taken by nobody while it cannot be asked what is agreed', async () => {
    const down: Agreements = {
      ...standing,
      termsOf: () => Promise.reject(new Error('connect ECONNREFUSED')),
    };
    await expect(by('Basic sandbox', [keys], down)).rejects.toMatchObject({ status: 503 });
  });
});
