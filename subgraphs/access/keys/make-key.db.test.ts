import { hashOf } from '../../../platform/identity/key-text';
import { testAuditSigner } from '../../../platform/testing/audit-signer';
import { inTransaction } from '../../../platform/transaction/transaction';
import { ADMIN, commandOf, GATEWAY, MADE, type Made, type TestAccess, testAccess } from '../testing';
import { createKey } from './make-key';
import { lockLiveKeys } from './read-keys';
import { revokeKey } from './revoke-key';

let access: TestAccess;
beforeAll(async () => {
  access = await testAccess();
});
afterAll(() => access.stop());

const rotate = async (id: string, command: string, days = 30) => {
  const { made } = await access.data<{ made: Made }>(
    `mutation { made: rotateKey(command: "${command}", id: "${id}", expiresInDays: ${days}) { ${MADE} } }`,
  );
  return made;
};
const revoke = async (id: string, reason = 'Found in a log') => {
  const { ended } = await access.data<{ ended: object }>(
    `mutation { ended: revokeKey(id: "${id}", reason: "${reason}") { __typename
       ... on KeyRevoked { key { state revokedBy revokedBecause } } ... on Refusal { code } } }`,
  );
  return ended;
};
const entries = async (subject: string) => {
  const { list } = await access.data<{ list: { edges: { node: { action: string; actor: string } }[] } }>(
    `{ list: accessAuditEntries(where: { subjects: ["${subject}"] }) { edges { node { action actor } } } }`,
    { subject: 'aud', role: 'auditor' },
  );
  return list.edges.map(({ node }) => `${node.actor} ${node.action}`);
};
const stateOf = async (id: string) =>
  (await access.data<{ key: { state: string } | null }>(`{ key(id: "${id}") { state } }`)).key?.state;

describe('making a key', () => {
  it.each<[string, object]>([
    ['who has no such scope', { subject: 'ana', role: 'analyst', scopes: ['figures'] }],
    ['an administrator’s key', { subject: 'cck_x', role: 'admin', scopes: ['figures'], credential: 'key' }],
  ])('is not for %s, nor is anything else about keys', async (_, as) => {
    for (const query of [
      `mutation { createKey(command: "${commandOf(1)}", key: { name: "x", owner: "x", role: "admin", expiresInDays: 1 }) { __typename } }`,
      `mutation { rotateKey(command: "${commandOf(1)}", id: "x", expiresInDays: 1) { __typename } }`,
      'mutation { revokeKey(id: "x", reason: "x") { __typename } }',
      '{ keys { totalCount } }',
      '{ key(id: "x") { id } }',
      '{ longestKeyDays }',
    ]) {
      const { errors } = await access.ask(query, as);
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    }
  });

  it('gives its secret this once, keeps the hash alone, and is noted', async () => {
    const made = await access.create('', commandOf(2));
    expect(made).toMatchObject({ __typename: 'KeyMade', key: { state: 'LIVE', madeBy: 'ada' } });
    expect(made.secret).toMatch(new RegExp(`^${made.key.id}_`));
    const stored = await inTransaction(
      access.database.of('access'),
      { subject: 'gateway', role: 'gateway' },
      (transaction) =>
        transaction.query<{ all: string }>(
          `select concat((select string_agg(k::text, ' ') from access.api_key k), ' ',
             (select string_agg(s::text, ' ') from access.key_secret s)) as all`,
        ),
    );
    expect(stored[0]?.all).toContain(hashOf(made.secret ?? ''));
    expect(stored[0]?.all).not.toContain(made.secret?.slice(20));
    expect(await entries(made.key.id)).toEqual(['ada KEY_MAKE']);
  });

  it('makes no other by the same command, and gives no secret again', async () => {
    const again = await access.create('name: "another"', commandOf(2));
    expect([again.__typename, again.secret]).toEqual(['KeyMade', null]);
    expect(await entries(again.key.id)).toEqual(['ada KEY_MAKE']);
  });

  it('is refused for what cannot be one, and for a tool that has one', async () => {
    expect(await access.create('role: "gateway"')).toMatchObject({ code: 'KEY_UNUSABLE' });
    expect(await access.create('', 'again')).toMatchObject({ code: 'KEY_UNUSABLE' });
    expect(await access.create('name: "Power BI"')).toMatchObject({ __typename: 'KeyMade' });
    expect(await access.create('name: " power bi "')).toMatchObject({ code: 'TOOL_HAS_KEY' });
  });
});

describe('rotating a key', () => {
  it('makes a second that opens the same, while the first goes on, and no third', async () => {
    await access.agree('stockport-homes');
    const first = await access.create('name: "Tableau" role: "partner" partner: "stockport-homes"');
    const second = await rotate(first.key.id, commandOf(10));
    expect(second).toMatchObject({
      __typename: 'KeyMade',
      key: { name: 'Tableau', state: 'LIVE', rotatedFrom: first.key.id },
    });
    expect(second.secret).not.toBeNull();
    expect(await rotate(first.key.id, commandOf(10))).toMatchObject({
      secret: null,
      key: { id: second.key.id },
    });
    expect(await rotate(second.key.id, commandOf(11))).toMatchObject({ code: 'TWO_KEYS_LIVE' });
    expect([await stateOf(first.key.id), await stateOf(second.key.id)]).toEqual(['LIVE', 'LIVE']);
    expect(await entries(first.key.id)).toEqual(['ada KEY_ROTATE', 'ada KEY_MAKE']);
    const { key } = await access.data<{ key: object }>(`{ key(id: "${second.key.id}") { role partner } }`);
    expect(key).toEqual({ role: 'partner', partner: 'stockport-homes' });
    await revoke(first.key.id);
    expect(await rotate(second.key.id, commandOf(11))).toMatchObject({ __typename: 'KeyMade' });
  });

  it('makes two at once where two ask at once, and not three', async () => {
    const first = await access.create('name: "Grafana"');
    const made = await Promise.all([
      rotate(first.key.id, commandOf(20)),
      rotate(first.key.id, commandOf(21)),
      rotate(first.key.id, commandOf(22)),
    ]);
    expect(made.map(({ __typename }) => __typename).sort()).toEqual([
      'KeyMade',
      'TwoKeysLive',
      'TwoKeysLive',
    ]);
    const live = await inTransaction(
      access.database.of('access'),
      { subject: 'ada', role: 'admin' },
      (open) => lockLiveKeys(open, { name: 'GRAFANA', is_sandbox: false }),
    );
    expect(live).toHaveLength(2);
  });

  it('is refused for a key that there is not, that has ended, or for too long', async () => {
    expect(await rotate('cck_000000000000', commandOf(30))).toMatchObject({ code: 'KEY_NOT_FOUND' });
    const { key } = await access.create();
    expect(await rotate(key.id, commandOf(30), 366)).toMatchObject({ code: 'KEY_UNUSABLE' });
    expect(await rotate(key.id, 'again')).toMatchObject({ code: 'KEY_UNUSABLE' });
    await revoke(key.id);
    expect(await rotate(key.id, commandOf(30))).toMatchObject({ code: 'KEY_ENDED' });
  });
});

describe('revoking a key', () => {
  it('ends it for good, once, with who and why', async () => {
    const { key } = await access.create();
    expect(await revoke(key.id, ' ')).toMatchObject({ code: 'REASON_UNUSABLE' });
    expect(await revoke('cck_000000000000')).toMatchObject({ code: 'KEY_NOT_FOUND' });
    const ended = {
      __typename: 'KeyRevoked',
      key: { state: 'REVOKED', revokedBy: 'ada', revokedBecause: 'Found in a log' },
    };
    expect(await revoke(key.id)).toEqual(ended);
    expect(await revoke(key.id, 'Again')).toEqual(ended);
    expect(await entries(key.id)).toEqual(['ada KEY_REVOKE', 'ada KEY_MAKE']);
  });
});

describe('the list of keys', () => {
  const list = (args: string) =>
    access.data<{
      keys: {
        totalCount: number;
        edges: { node: { id: string; state: string } }[];
        pageInfo: { endCursor: string };
      };
    }>(`{ keys(${args}) { totalCount edges { node { id state } } pageInfo { endCursor } } }`);

  it('has every key, page by page, and those that stand so', async () => {
    const all = await list('first: 200');
    expect(all.keys.edges).toHaveLength(all.keys.totalCount);
    const page = await list('first: 2');
    const next = await list(`first: 2, after: "${page.keys.pageInfo.endCursor}"`);
    expect([...page.keys.edges, ...next.keys.edges]).toEqual(all.keys.edges.slice(0, 4));
    const revoked = await list('where: { states: [REVOKED] }');
    expect(new Set(revoked.keys.edges.map(({ node }) => node.state))).toEqual(new Set(['REVOKED']));
    expect((await list('where: { states: [EXPIRED] }')).keys.totalCount).toBe(0);
  });

  it('says when a key’s time is over', async () => {
    const { key } = await access.create();
    await inTransaction(access.database.owner, { subject: 'ada', role: 'admin' }, (transaction) =>
      transaction.query(`update access.api_key set expires_at = now() - interval '1 second' where id = $1`, [
        key.id,
      ]),
    );
    expect(await stateOf(key.id)).toBe('EXPIRED');
  });
});

describe('a key in the database', () => {
  it('is made and ended by nobody but administrators, whatever code asks', async () => {
    const identity = { ...ADMIN, ...GATEWAY, subject: 'olu', role: 'officer', scopes: ['keys'] };
    const key = { name: 'x', owner: 'x', role: 'analyst', expiresInDays: 1 };
    const { key: held } = await access.create();
    const asOfficer = (work: (context: never) => Promise<unknown>) =>
      inTransaction(access.database.of('access'), { subject: 'olu', role: 'officer' }, (transaction) =>
        work({
          transaction,
          identity,
          longestKeyDays: 90,
          requestId: 'test',
          auditSigner: testAuditSigner,
        } as never),
      );
    await expect(asOfficer((context) => createKey(context, { command: commandOf(90), key }))).rejects.toThrow(
      'row-level security',
    );
    expect(await asOfficer((context) => revokeKey(context, { id: held.id, reason: 'x' }))).toMatchObject({
      code: 'KEY_NOT_FOUND',
    });
  });
});
