import { demonstrationPrograms } from '../../demo/sign-in/programs';
import { outcomeOf, WHO } from './attack';
import { PARTNERS_OWN } from './closed-gateway';
import { basic, KEY_ATTACKS } from './keys';
import { OPERATION_ATTACKS } from './operations';
import { PARTNER_ATTACKS, partnerToken } from './partners';
import { PART_ATTACKS } from './parts';
import { CASE_ATTACKS } from './restricted';
import { agree, endAgreement, startTarget, type Target, type TargetKey } from './target';
import { tellAt } from './tell-at';
import { goodToken, TOKEN_ATTACKS } from './tokens';

let target: Target;
beforeAll(async () => {
  target = await startTarget();
}, 240_000);
afterAll(() => target.stop());

async function ask(
  authorization: string,
  { url = target.product.url, body = WHO }: { url?: string; body?: string } = {},
) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
const byBasic = ({ id, secret }: TargetKey) => basic(id, secret).headers?.authorization ?? '';

const ALL = [
  ...KEY_ATTACKS,
  ...TOKEN_ATTACKS,
  ...PART_ATTACKS,
  ...CASE_ATTACKS,
  ...PARTNER_ATTACKS,
  ...OPERATION_ATTACKS,
];

describe('the tables of attacks', () => {
  it('have enough rows, each of its own', () => {
    const names = ALL.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(150);
  });

  it.each(ALL.map((attack) => [attack.name, attack] as const))(
    'fail as they should: %s',
    async (_, { send, expects }) => {
      expect(await outcomeOf(target.product.url, await send(target), expects)).toEqual(expects);
    },
  );
});

describe('a good key', () => {
  it.each(['analyst', 'manager', 'officer', 'partner', 'auditor', 'admin', 'here'])(
    'signs in by Basic and by Bearer: %s',
    async (name) => {
      const key = target.keys[name] as TargetKey;
      for (const authorization of [byBasic(key), `Bearer ${key.secret}`]) {
        const { status, body } = await ask(authorization);
        expect([status, body.data.caller]).toEqual([
          200,
          { subject: key.id, role: { name: name === 'here' ? 'analyst' : name } },
        ]);
      }
    },
  );

  it('of an administrator sends a file, as a token does', async () => {
    const response = await fetch(`${target.product.url}/imports/coverage?dryRun=true`, {
      method: 'POST',
      headers: {
        authorization: byBasic(target.keys.admin as TargetKey),
        'content-disposition': 'attachment; filename="a.csv"',
      },
      body: 'x',
    });
    expect(response.status).toBe(202);
  });

  it('is answered with how to sign in by the scheme that was tried', async () => {
    const refused = await ask(byBasic(target.keys.revoked as TargetKey));
    expect(refused.headers.get('www-authenticate')).toMatch(/^Basic realm="/);
    const bearer = await ask(`Bearer ${target.keys.revoked?.secret}`);
    expect(bearer.headers.get('www-authenticate')).toMatch(/^Bearer realm=".*error="invalid_token"/);
  });
});

describe('a key that is revoked', () => {
  it('is refused within a second by a gateway that has just taken it, and by another that knows nothing of it', async () => {
    const key = await target.makeKey('--role analyst');
    const gateways = [target.product.url, target.other.url];
    for (const url of gateways) expect((await ask(byBasic(key), { url })).status).toBe(200);
    const ended = await target.product.ask<{ revokeKey: { __typename: string } }>(
      'admin',
      `mutation { revokeKey(id: "${key.id}", reason: "Found in a log") { __typename } }`,
    );
    expect(ended.data.revokeKey.__typename).toBe('KeyRevoked');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    for (const url of gateways) expect((await ask(byBasic(key), { url })).status).toBe(401);
  });

  it('leaves the one that took its place', async () => {
    const first = await target.makeKey('--role partner --partner stockport-homes');
    const second = JSON.parse((await target.run(`rotate ${first.id}`))[0] ?? '') as TargetKey;
    for (const key of [first, second]) expect((await ask(byBasic(key))).status).toBe(200);
    await target.run(`revoke ${first.id}`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect([(await ask(byBasic(first))).status, (await ask(byBasic(second))).status]).toEqual([401, 200]);
  });
});

describe('an agreement that is ended', () => {
  it('ends key, token, inbox and webhook within a second, at the gateway that has just taken them and at another', async () => {
    await agree(target.product, 'guests', 'parts: [EVENTS]');
    const webhook = await tellAt(target.product, 'guests');
    const key = await target.makeKey('--role partner --partner guests');
    const token = (await partnerToken(target, 'guests')).headers?.authorization ?? '';
    const statuses = async () => {
      const asked = [target.product.url, target.other.url].flatMap((url) =>
        [byBasic(key), token].map((authorization) => ask(authorization, { url })),
      );
      return (await Promise.all(asked)).map(({ status }) => status);
    };
    const inbox = { body: JSON.stringify({ query: '{ partnerEvents { totalCount } }' }) };
    expect((await ask(token, inbox)).body).toEqual({ data: { partnerEvents: { totalCount: 0 } } });
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    await webhook.happens('before');
    expect(await webhook.came('before')).toBe(true);
    await endAgreement(target.product, 'guests');
    const ended = performance.now();
    await webhook.happens('after');
    const isRefused = async () =>
      [...(await statuses()), (await ask(token, inbox)).status].every((status) => status === 401);
    while (!(await isRefused())) await new Promise((resolve) => setTimeout(resolve, 20));
    const refusedAfterMillis = performance.now() - ended;
    // Whoever sends looks each second: it has looked twice.
    expect(await webhook.came('after')).toBe(false);
    await webhook.stop();
    expect(refusedAfterMillis).toBeLessThan(1_000);
    expect(await isRefused()).toBe(true);
  }, 20_000);

  it('that is made anew lets tokens in again, and no key of before', async () => {
    await agree(target.product, 'guests', '', 1);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const token = (await partnerToken(target, 'guests')).headers?.authorization ?? '';
    expect((await ask(token)).status).toBe(200);
    expect((await ask(byBasic(target.keys.ended as TargetKey))).status).toBe(401);
  });

  it('opens its streams and no others, whatever the token names', async () => {
    await agree(target.product, 'schooling', 'streams: [SCHOOLS]');
    const token =
      (await partnerToken(target, 'schooling', { streams: ['adults'] })).headers?.authorization ?? '';
    const { body } = await ask(token, { body: JSON.stringify({ query: '{ caller { streams partner } }' }) });
    expect(body.data.caller).toEqual({ streams: ['schools'], partner: 'schooling' });
  });
});

describe('where trusted operations alone are taken', () => {
  const url = () => target.closed.url;
  const named = async (authorization: string, headers: Record<string, string> = {}) =>
    fetch(`${url()}/graphql?operation=PartnerWho&variables=${encodeURIComponent('{"by":[]}')}`, {
      headers: { authorization, ...headers },
    });

  it('a partner is answered their own, by key and by token, and those who are cleared whatever they ask', async () => {
    const body = JSON.stringify({ query: PARTNERS_OWN.replaceAll(' ', '\n'), variables: { by: [] } });
    const token = (await partnerToken(target, 'another')).headers?.authorization ?? '';
    for (const authorization of [token, byBasic(target.keys.another as TargetKey)]) {
      expect((await ask(authorization, { url: url(), body })).body.data.measures).toBeTruthy();
      expect((await named(authorization)).status).toBe(200);
    }
    for (const role of ['analyst', 'admin'])
      expect((await ask(byBasic(target.keys[role] as TargetKey), { url: url() })).status).toBe(200);
  });

  it('a tag is its caller’s own', async () => {
    const [mine, theirs] = await Promise.all(
      ['another', 'figures-only'].map(
        async (one) => (await partnerToken(target, one)).headers?.authorization ?? '',
      ),
    );
    const tag = (await named(mine ?? '')).headers.get('etag') ?? '';
    expect((await named(mine ?? '', { 'if-none-match': tag })).status).toBe(304);
    expect((await named(theirs ?? '', { 'if-none-match': tag })).status).toBe(200);
  });

  it('a change is made by its name', async () => {
    const key = await target.makeKey('--role analyst');
    const body = JSON.stringify({ operation: 'RevokeKey', variables: { id: key.id, reason: 'A test' } });
    const admin = (await goodToken(target, { role: 'admin' })).headers?.authorization ?? '';
    const { body: answer } = await ask(admin, { url: url(), body });
    expect(answer.data.outcome.__typename).toBe('KeyRevoked');
  });

  it('the schema is told to partners as far as it is theirs', async () => {
    const text = async (name: string) => {
      const authorization = byBasic(target.keys[name] as TargetKey);
      return (await fetch(`${url()}/graphql/schema`, { headers: { authorization } })).text();
    };
    const [all, theirs] = [await text('analyst'), await text('partner')];
    expect([all.includes('quarantinedRows'), theirs.includes('quarantinedRows')]).toEqual([true, false]);
    expect([all, theirs].every((each) => each.includes('measures('))).toBe(true);
  });
});

describe('the log of what a partner asked', () => {
  const LIST =
    '{ partnerRequests(first: 200) { edges { node { partner credential byKey door asked status } } } }';
  type Entries = { partnerRequests: { edges: { node: Record<string, unknown> }[] } };
  const told = async (authorization: string) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { body } = await ask(authorization, { body: JSON.stringify({ query: LIST }) });
    return (body.data as Entries).partnerRequests.edges.map(({ node }) => node);
  };

  it('has each request of its own, by what it came with, and none of another', async () => {
    await agree(target.product, 'logged');
    const key = await target.makeKey('--role partner --partner logged');
    const token = (await partnerToken(target, 'logged', { sub: 'logged-sid' })).headers?.authorization ?? '';
    const figures = JSON.stringify({ query: '{ hidden: measures(by: []) { asAt } caller { subject } }' });
    await ask(byBasic(key), { body: figures });
    await ask(byBasic(key), { body: figures });
    await ask(token, { body: JSON.stringify({ query: '{ nothing }' }) });
    const entries = await told(token);
    const byKey = { partner: 'logged', credential: key.id, byKey: true, door: '/graphql' };
    expect(entries.filter(({ credential }) => credential === key.id)).toEqual([
      { ...byKey, asked: ['caller', 'measures'], status: 200 },
      { ...byKey, asked: ['caller', 'measures'], status: 200 },
    ]);
    expect(entries).toContainEqual({
      ...{ partner: 'logged', credential: 'logged-sid', byKey: false, door: '/graphql' },
      ...{ asked: [], status: 400 },
    });
    expect(new Set(entries.map(({ partner }) => partner))).toEqual(new Set(['logged']));
  });

  it('has who was refused since nothing is agreed, for those who watch over it', async () => {
    const { data } = await target.product.ask<Entries>(
      'admin',
      LIST.replace('first: 200', 'partner: "ended"'),
    );
    expect(data.partnerRequests.edges.map(({ node }) => node.status)).toContain(401);
  });
});

describe('a program', () => {
  const tokenOf = async (role: string, fields: Record<string, string> = {}) => {
    const program = demonstrationPrograms(target.signing.token.privateKey).find(
      ({ signedIn }) => signedIn.role === role,
    );
    const response = await fetch(target.tokenEndpoint, {
      method: 'POST',
      headers: {
        authorization:
          basic(program?.clientId ?? '', program?.clientSecret ?? '').headers?.authorization ?? '',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };

  it('gets a token for itself, and sees exactly what a person of its role sees', async () => {
    const question =
      '{ complaints(first: 50) { totalCount edges { node { reference service } } } measures(by: [SERVICE]) { rows { service received } } }';
    const body = JSON.stringify({ query: question });
    for (const role of ['analyst', 'partner']) {
      const program = await ask(`Bearer ${await tokenOf(role)}`, { body });
      const person = await target.product.ask<object>(role, question);
      expect(program.body.data).toEqual(person.data);
      const key = await ask(byBasic(target.keys[role] as TargetKey), { body });
      expect(key.body.data).toEqual(person.data);
    }
  });

  it('is told apart from others by the id that it signs in with', async () => {
    const { body } = await ask(`Bearer ${await tokenOf('partner')}`);
    expect(body.data.caller).toEqual({ subject: 'stockport-homes-system', role: { name: 'partner' } });
  });

  it('is let in by the very token of which others differ in one thing', async () => {
    expect((await ask((await goodToken(target)).headers?.authorization ?? '')).status).toBe(200);
  });
});
