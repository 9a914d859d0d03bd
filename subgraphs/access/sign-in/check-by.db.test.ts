import { hashOf } from '../../../platform/identity/key-text';
import { GATEWAY, type TestAccess, testAccess } from '../testing';
import type { SignInKey } from './check-by';

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
});
afterAll(() => access.stop());

const find = async (id: string) => {
  const { found } = await access.data<{ found: SignInKey | null }>(
    `{ found: keyForSignIn(id: "${id}") { hash isLive addresses role streams services partner } }`,
    GATEWAY,
  );
  return found;
};
const note = (uses: string) =>
  access.data<{ noted: number }>(`mutation { noted: noteKeyUses(uses: [${uses}]) }`, GATEWAY);
const used = async (id: string) => {
  const { key } = await access.data<{
    key: { lastUsedAt: string; refusedUses: number; lastRefusedAt: string };
  }>(`{ key(id: "${id}") { lastUsedAt refusedUses lastRefusedAt } }`);
  return key;
};
const HOUR = /^\d{4}-\d\d-\d\dT\d\d:00:00\.000Z$/;

describe('what the gateway asks of keys', () => {
  it.each(['admin', 'officer', 'auditor', 'import', 'seed'])(
    'is answered to nobody else: %s',
    async (role) => {
      const { key } = await access.create();
      for (const query of [
        `{ keyForSignIn(id: "${key.id}") { hash } }`,
        'mutation { noteKeyUses(uses: []) }',
      ]) {
        const { data, errors } = await access.ask(query, { role, scopes: ['keys', 'audit'] });
        expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
        expect(JSON.stringify(data)).not.toMatch(/[0-9a-f]{64}/);
      }
    },
  );

  it('is a key as it stands', async () => {
    const made = await access.create('streams: [ADULTS] services: ["parking"] addresses: ["10.0.0.0/8"]');
    const found = {
      ...{ hash: hashOf(made.secret ?? ''), isLive: true, addresses: ['10.0.0.0/8'], role: 'analyst' },
      ...{ streams: ['adults'], services: ['parking'], partner: null },
    };
    expect(await find(made.key.id)).toEqual(found);
    await access.data(`mutation { revokeKey(id: "${made.key.id}", reason: "x") { __typename } }`);
    expect(await find(made.key.id)).toEqual({ ...found, isLive: false });
    expect(await find('cck_000000000000')).toBeNull();
    expect(await find(`' or true --`)).toBeNull();
  });

  it('is told how keys are used, by the hour', async () => {
    const { key } = await access.create();
    const other = await access.create();
    expect(await used(key.id)).toEqual({ lastUsedAt: null, refusedUses: 0, lastRefusedAt: null });
    const noted = await note(
      `{ id: "${key.id}", isUsed: true, refused: 0 }, { id: "${other.key.id}", isUsed: false, refused: 3 }, { id: "x", isUsed: true, refused: 1 }`,
    );
    expect(noted).toEqual({ noted: 2 });
    await note(`{ id: "${other.key.id}", isUsed: false, refused: 2147483647 }`);
    expect(await used(key.id)).toEqual({
      lastUsedAt: expect.stringMatching(HOUR),
      refusedUses: 0,
      lastRefusedAt: null,
    });
    expect(await used(other.key.id)).toEqual({
      ...{ lastUsedAt: null, refusedUses: 2_147_483_647 },
      lastRefusedAt: expect.stringMatching(HOUR),
    });
  });
});
