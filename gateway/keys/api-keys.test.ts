import { addressList } from '../../platform/identity/address-list';
import { hashOf, newKey } from '../../platform/identity/key-text';
import { signIn } from '../entrance/sign-in';
import { NO_AGREEMENTS } from '../partners/agreements';
import { apiKeys } from './api-keys';
import type { KnownKey } from './key-book';

const { id, secret } = newKey();
const other = newKey();
const KNOWN: KnownKey = {
  ...{ hash: hashOf(secret), isLive: true, addresses: null, role: 'officer' },
  ...{ streams: ['adults'], services: [], partner: null, isSandbox: false },
};
const basic = (name: string, password: string) =>
  `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;

function entrance(known: Partial<KnownKey> | null = {}) {
  const counted = { used: [] as string[], refused: [] as string[], looked: [] as string[] };
  const verifier = apiKeys({
    book: {
      async find(asked) {
        counted.looked.push(asked);
        return asked === id && known !== null ? { ...KNOWN, ...known } : null;
      },
    },
    uses: { used: (each) => counted.used.push(each), refused: (each) => counted.refused.push(each) },
  });
  const enter = async (authorization: string, address: string | null = '192.0.2.7') => {
    const signingIn = { verifiers: [verifier], agreements: NO_AGREEMENTS, from: { address } };
    const admitted = await signIn(authorization, signingIn);
    return 'identity' in admitted ? admitted.identity : admitted;
  };
  return { enter, counted };
}

describe('a key', () => {
  it.each([
    ['Basic', basic(id, secret)],
    ['Bearer', `Bearer ${secret}`],
    ['Basic in small letters', basic(id, secret).replace('Basic', 'basic')],
  ])('signs its tool in by %s, with what keys open of its role', async (_, header) => {
    const { enter, counted } = entrance();
    expect(await enter(header)).toEqual({
      ...{ subject: id, role: 'officer', credential: 'key' },
      ...{ streams: ['adults'], services: [], partner: null },
      scopes: ['figures', 'calls', 'facts', 'quarantine-counts', 'guidance', 'reports'],
    });
    expect([counted.used, counted.refused]).toEqual([[id], []]);
  });

  it('is taken from the addresses that it may come from', async () => {
    const { enter } = entrance({ addresses: addressList(['192.0.2.0/24']) });
    expect(await enter(basic(id, secret))).toMatchObject({ subject: id });
  });

  it.each<[string, string, Partial<KnownKey> | null, string | null]>([
    ['nobody made', basic(other.id, other.secret), {}, null],
    ['another secret', basic(id, `${id}_${other.secret.slice(17)}`), {}, null],
    ['another key’s secret', basic(id, other.secret), {}, null],
    ['another key’s id', basic(other.id, secret), {}, null],
    ['no id', basic('', secret), {}, null],
    ['the secret without the id in it', basic(id, secret.slice(17)), {}, null],
    ['no secret', basic(id, ''), {}, null],
    ['no colon', `Basic ${Buffer.from(secret).toString('base64')}`, {}, null],
    ['nothing', 'Basic', {}, null],
    ['no base64', 'Basic !!', {}, null],
    ['one letter too many', `Bearer ${secret}0`, {}, null],
    ['not live', basic(id, secret), { isLive: false }, null],
    ['not live, as a bearer', `Bearer ${secret}`, { isLive: false }, null],
    ['from elsewhere', basic(id, secret), { addresses: addressList(['10.0.0.0/8']) }, '192.0.2.7'],
    ['from nowhere', basic(id, secret), { addresses: addressList(['0.0.0.0/0']) }, null],
    ['a hash that is none', basic(id, secret), { hash: '' }, null],
  ])('is refused in the same words after the same look: %s', async (_, header, known, address) => {
    const { enter, counted } = entrance(known);
    await expect(enter(header, address)).rejects.toMatchObject({
      ...{ status: 401, code: 'UNAUTHENTICATED', isTokenRefused: true },
      message: expect.stringMatching(/^The key is not good here\./),
    });
    expect([counted.looked.length, counted.used]).toEqual([1, []]);
  });

  it('is counted as refused where there is such a key, and nobody else’s is', async () => {
    const { enter, counted } = entrance({ isLive: false });
    await expect(enter(basic(id, secret))).rejects.toThrow();
    await expect(enter(basic(other.id, other.secret))).rejects.toThrow();
    expect(counted.refused).toEqual([id]);
  });

  it('is no token, and leaves tokens to others', () => {
    const { credentialIn } = apiKeys({
      book: { find: async () => null },
      uses: { used: () => undefined, refused: () => undefined },
    });
    expect(credentialIn('Bearer eyJhbGciOiJFZERTQSJ9.e30.x')).toBeNull();
    expect(credentialIn('')).toBeNull();
  });
});
