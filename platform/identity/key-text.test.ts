import { hashOf, holdsKey, isSecretOf, KEY_PREFIX, keyIdIn, newKey } from './key-text';

describe('a key', () => {
  const key = newKey();

  it('is known by its beginning, and its secret by the id', () => {
    expect(key.id).toMatch(/^cck_[0-9a-z]{12}$/);
    expect(key.id.startsWith(KEY_PREFIX)).toBe(true);
    expect(key.secret).toMatch(new RegExp(`^${key.id}_[0-9a-f]{64}$`));
    expect(keyIdIn(key.secret)).toBe(key.id);
  });

  it('is another each time', () => {
    const many = Array.from({ length: 500 }, newKey);
    expect(new Set(many.map(({ id }) => id)).size).toBe(500);
    expect(new Set(many.map(({ secret }) => secret.slice(17))).size).toBe(500);
  });

  it.each([
    '',
    key.id,
    `${key.secret}0`,
    key.secret.slice(0, -1),
    ` ${key.secret}`,
    key.secret.toUpperCase(),
    'cck__',
  ])('is not what is written otherwise: "%s"', (text) => {
    expect(keyIdIn(text)).toBeNull();
  });

  it('is found wherever its secret stands, and its id alone is none', () => {
    expect(holdsKey(`/graphql?key=${key.secret}&query=x`)).toBe(true);
    expect(holdsKey(key.secret.toUpperCase())).toBe(true);
    expect(holdsKey(`/administration/keys/${key.id}`)).toBe(false);
  });

  it('is compared with the hash of its secret, and with nothing that is no hash', () => {
    expect(isSecretOf(key.secret, hashOf(key.secret))).toBe(true);
    expect(isSecretOf(newKey().secret, hashOf(key.secret))).toBe(false);
    for (const hash of ['', '0'.repeat(64), hashOf(key.secret).slice(1), hashOf(key.secret).toUpperCase()])
      expect(isSecretOf(key.secret, hash)).toBe(false);
  });
});
