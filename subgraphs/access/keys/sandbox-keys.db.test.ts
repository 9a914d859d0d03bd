import { commandOf, GATEWAY, type Made, type TestAccess, testAccess } from '../testing';

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
  await access.agree('begun');
  await access.agree('to-come', 'startsOn: "2089-01-01"');
  await access.agree('over', 'startsOn: "2020-01-01" endsOn: "2020-02-01"');
});
afterAll(() => access.stop());

const sandboxKey = (partner: string, more = '') =>
  access.create(`role: "partner" partner: "${partner}" isSandbox: true ${more}`);
const known = async (id: string) =>
  (
    await access.data<{ key: { isLive: boolean; isSandbox: boolean } }>(
      `{ key: keyForSignIn(id: "${id}") { isLive isSandbox } }`,
      GATEWAY,
    )
  ).key;
const toCome = async (partner: string) =>
  (
    await access.data<{ found: object | null }>(
      `{ found: agreementInForce(partner: "${partner}", orToCome: true) { parts } }`,
      GATEWAY,
    )
  ).found;

describe('a key of the sandbox', () => {
  it.each(['begun', 'to-come'])(
    'is made under an agreement that is %s, and says what it is',
    async (partner) => {
      const made = await sandboxKey(partner);
      expect(made.key.id).toMatch(/^cck_sandbox[0-9a-z]{5}$/);
      expect(await known(made.key.id)).toEqual({ isLive: true, isSandbox: true });
      const { agreement } = await access.data<{ agreement: { keys: object[] } }>(
        `{ agreement(partner: "${partner}") { keys { id isSandbox } } }`,
      );
      expect(agreement.keys).toEqual([{ id: made.key.id, isSandbox: true }]);
    },
  );

  it.each(['over', 'nobody'])('is not made where the agreement is %s', async (partner) => {
    expect(await sandboxKey(partner)).toMatchObject({ code: 'KEY_UNUSABLE' });
    expect(await toCome(partner)).toBeNull();
  });

  it('is of a partner, and of no role of the council', async () => {
    expect(await access.create('role: "analyst" isSandbox: true')).toMatchObject({ code: 'KEY_UNUSABLE' });
    await expect(
      access.database.owner.query(
        `insert into access.api_key select (jsonb_populate_record(null::access.api_key,
           '{"id": "x", "role": "analyst", "is_sandbox": true}')).*`,
      ),
    ).rejects.toThrow();
  });

  it('stands beside the key of records that the same tool has, and is rotated into one of the sandbox', async () => {
    await access.create('role: "partner" partner: "begun" name: "One tool"');
    const made = await sandboxKey('begun', 'name: "One tool"');
    expect(await sandboxKey('begun', 'name: "One tool"')).toMatchObject({ code: 'TOOL_HAS_KEY' });
    const { rotated } = await access.data<{ rotated: Made }>(
      `mutation { rotated: rotateKey(command: "${commandOf(900)}", id: "${made.key.id}", expiresInDays: 3) {
         __typename ... on KeyMade { secret key { id state } } } }`,
    );
    expect(await known(rotated.key.id)).toEqual({ isLive: true, isSandbox: true });
  });

  it('opens nothing of records while its agreement is to come, and ends with it', async () => {
    await access.agree('short', 'startsOn: "2089-01-01"');
    const { key } = await sandboxKey('short');
    const { found } = await access.data<{ found: null }>(
      '{ found: agreementInForce(partner: "short") { parts } }',
      GATEWAY,
    );
    expect([found, await toCome('short')]).toEqual([null, { parts: ['FIGURES', 'CASES'].sort() }]);
    await access.data(
      'mutation { endAgreement(partner: "short", reason: "It does not begin") { __typename } }',
    );
    expect([await known(key.id), await toCome('short')]).toEqual([{ isLive: false, isSandbox: true }, null]);
  });
});
