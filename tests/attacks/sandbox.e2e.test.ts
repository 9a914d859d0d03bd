import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { madeUpCases } from '../../demo/sandbox/made-up-cases';
import { toDay } from '../../domain/calendar/day';
import type { Sandbox } from '../../gateway/sandbox/sandbox';
import { readSettings } from '../../platform/config/settings';
import { demonstrationKeys } from '../../platform/identity/demonstration-keys';
import { createIdentitySigner } from '../../platform/identity/signer';
import { createIdentityVerifier } from '../../platform/identity/verifier';
import { createLogger } from '../../platform/logging/logger';
import { dropTestDatabase } from '../../platform/testing/database';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { openSandbox } from '../../scripts/product/sandbox';
import { sandboxTokens } from '../../scripts/sandbox/sandbox-tokens';
import { DEMONSTRATION } from '../../scripts/testing/running-site';
import { databaseOf, startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { outcomeOf } from './attack';
import { type BetweenSides, MADE_UP, SANDBOX_ATTACKS } from './sandbox';
import { agree, endAgreement } from './target';

const PARTNER = 'new-homes';

let directory: string;
let databaseUrl: string;
let product: TestProduct;
let sandbox: ReturnType<typeof openSandbox>;
let sides: BetweenSides;
/** How the first request was answered. */
let first: { status: number; retryAfter: string | null; code: string };

beforeAll(async () => {
  directory = await mkdtemp(path.join(os.tmpdir(), 'sandbox-'));
  databaseUrl = await databaseOf(DEMONSTRATION, directory);
  const settings = {
    ...readSettings({ DATA_DIR: directory, LOG_LEVEL: 'silent' }),
    sandbox: { isOn: true, databaseUrl },
  };
  sandbox = openSandbox({ settings, logger: createLogger({ level: 'silent' }) });
  let sandboxUrl = '';
  const watched: Sandbox = {
    async reach(guest) {
      const place = await sandbox.reach(guest);
      sandboxUrl = place.url;
      return place;
    },
  };
  product = await startTestProduct({ sandbox: watched });
  await agree(product, PARTNER, 'parts: [FIGURES, CASES, EVENTS]');
  await agree(product, 'others', 'startsOn: "2089-01-01"');
  await keepReal();
  const [sandboxKey, realKey, otherSandboxKey] = [
    await makeKey(PARTNER, { isSandbox: true }),
    await makeKey(PARTNER, { isSandbox: false }),
    await makeKey('others', { isSandbox: true }),
  ];
  const answer = await asked(sandboxKey, FIRST_CASE);
  first = {
    status: answer.status,
    retryAfter: answer.headers.get('retry-after'),
    code: await codeIn(answer),
  };
  while ((await asked(sandboxKey, FIRST_CASE)).status === 503) await passed(250);
  const token = sandboxTokens(path.join(directory, 'sandbox'));
  sides = {
    ...{ sandboxKey, realKey, otherSandboxKey, sandboxUrl },
    sandboxToken: await token({ subject: 'sid', partner: PARTNER, terms: TERMS }),
    realToken: await product.token('admin'),
    ...{ realCase: await caseOf(realKey), sandboxCase: await caseOf(sandboxKey) },
    otherSandboxCase: await caseOf(otherSandboxKey),
    ...{ realCursor: await cursorOf(realKey), sandboxCursor: await cursorOf(sandboxKey) },
  };
}, 120_000);
afterAll(async () => {
  await product.stop();
  await sandbox.stop();
  await dropTestDatabase(databaseUrl);
  await rm(directory, { recursive: true });
});

const TERMS = { streams: [], parts: ['FIGURES', 'CASES', 'EVENTS'], smallNumbersBelow: null };
const FIRST_CASE = '{ ombudsmanCases(first: 1) { edges { node { id reference } } } }';
const passed = (millis: number) => new Promise((resolve) => setTimeout(resolve, millis));
const asked = (key: string, query: string) =>
  fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query }),
  });
const codeIn = async (answer: Response) =>
  ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code ?? '';
const dataOf = async <Data>(key: string, query: string) =>
  ((await (await asked(key, query)).json()) as { data: Data }).data;
const caseOf = async (key: string) => {
  const { ombudsmanCases } = await dataOf<{ ombudsmanCases: { edges: { node: { id: string } }[] } }>(
    key,
    FIRST_CASE,
  );
  return ombudsmanCases.edges[0]?.node.id ?? '';
};
const cursorOf = async (key: string) => {
  const query = '{ partnerEvents(first: 1) { pageInfo { endCursor } } }';
  const { partnerEvents } = await dataOf<{ partnerEvents: { pageInfo: { endCursor: string } } }>(key, query);
  return partnerEvents.pageInfo.endCursor;
};

/** Cases of the partner that are none of the sandbox's. */
async function keepReal(): Promise<void> {
  const keeper = product.schemas.subgraphs.find(({ name }) => name === 'ombudsman')?.keeps?.ombudsman;
  const batch = madeUpCases(PARTNER, toDay('2024-05-31')).map((record, ordinal) => ({
    ordinal,
    record: { ...record, reference: `REAL ONE ${ordinal}`, referenceKey: `REALONE${ordinal}` },
  }));
  await inTransaction(product.schemas.of('ombudsman'), IMPORT_SCOPE, async (transaction) => {
    await keeper?.keep(transaction, { authority: product.settings.authority, batch });
  });
  await product.carryOut();
}

async function makeKey(partner: string, { isSandbox }: { isSandbox: boolean }): Promise<string> {
  const { data } = await product.ask<{ made: { secret: string } }>(
    'admin',
    `mutation ($command: ID!) { made: createKey(command: $command, key: { name: "${partner}", owner: "IT", role: "partner",
       partner: "${partner}", isSandbox: ${isSandbox}, expiresInDays: 30 }) { ... on KeyMade { secret } } }`,
    { command: crypto.randomUUID() },
  );
  return data.made.secret;
}

describe('whoever holds a credential of one side, records or sandbox', () => {
  it.each(SANDBOX_ATTACKS.map((attack) => [attack.name, attack] as const))(
    '%s',
    async (_, { send, expects }) => {
      expect(await outcomeOf(product.url, await send(sides), expects)).toEqual(expects);
    },
  );

  it('is vouched for at the other side by nobody', async () => {
    const [records, madeUp] = await Promise.all(
      [product.settings.dataDirectory, path.join(directory, 'sandbox')].map((dataDirectory) =>
        demonstrationKeys({ dataDirectory }),
      ),
    );
    const person = {
      subject: 'ada',
      role: 'admin',
      scopes: ['keys'],
      streams: [],
      services: [],
      partner: null,
    };
    const request = { part: 'access', query: '{ keys { totalCount } }', variables: {}, operationName: null };
    for (const [signs, checks] of [
      [records, madeUp],
      [madeUp, records],
    ]) {
      const { privateKey } = signs?.identity ?? {};
      const { publicKey } = checks?.identity ?? {};
      if (!privateKey || !publicKey) throw new Error('A side has no keys');
      const word = await createIdentitySigner({ privateKey }).sign(person, request);
      await expect(createIdentityVerifier({ publicKey }).verify(word, request)).rejects.toThrow(
        'does not vouch',
      );
    }
  });
});

describe('the sandbox', () => {
  it('says when to come again while it starts', () => {
    expect(first).toEqual({ status: 503, retryAfter: '10', code: 'SANDBOX_STARTING' });
  });

  it('says of each answer that it is made up, and shows the partner cases of its own', async () => {
    const answer = await asked(sides.sandboxKey, FIRST_CASE);
    expect([answer.status, answer.headers.get('x-sandbox')]).toEqual([200, 'made-up']);
    expect(await answer.text()).toMatch(MADE_UP);
    expect((await asked(sides.realKey, FIRST_CASE)).headers.get('x-sandbox')).toBeNull();
  });

  it.each([
    '{ ombudsmanCases(first: 200) { totalCount edges { node { reference body receivedOn decision upheld } } } }',
    '{ measures(by: [FINANCIAL_YEAR]) { asAt rows { financialYear referredToOmbudsman } } }',
    '{ partnerEvents(first: 200) { totalCount edges { node { id kind subject at } } } }',
    '{ ownAgreement { partner state parts streams } caller { role { name } partner } }',
    '{ __schema { types { name fields { name } } } }',
    '{ keys { totalCount } nothing }',
  ])('answers in the shape in which records are answered: %s', async (query) => {
    const shapes = await Promise.all(
      [sides.realKey, sides.sandboxKey].map(async (key) => {
        const answer = await asked(key, query);
        return { status: answer.status, shape: shapeOf(await answer.json()) };
      }),
    );
    expect(shapes[1]).toEqual(shapes[0]);
  });

  it('is open before the agreement begins, when records are not', async () => {
    expect(await (await asked(sides.otherSandboxKey, FIRST_CASE)).text()).toMatch(MADE_UP);
    const { data } = await product.ask<{ made: { code: string } }>(
      'admin',
      `mutation { made: createKey(command: "00000000-0000-4000-8000-000000000077", key: { name: "x", owner: "x", role: "partner",
         partner: "others", expiresInDays: 3 }) { ... on Refusal { code } } }`,
    );
    expect(data.made.code).toBe('KEY_UNUSABLE');
  });

  it('is closed within a second by a key that is revoked, and by an agreement that ends', async () => {
    const statusOf = async (key: string) => (await asked(key, FIRST_CASE)).status;
    expect([await statusOf(sides.sandboxKey), await statusOf(sides.otherSandboxKey)]).toEqual([200, 200]);
    await product.ask(
      'admin',
      `mutation { revokeKey(id: "${sides.sandboxKey.slice(0, 16)}", reason: "Found in a log") { __typename } }`,
    );
    await endAgreement(product, 'others');
    await passed(1_000);
    expect([await statusOf(sides.sandboxKey), await statusOf(sides.otherSandboxKey)]).toEqual([401, 401]);
    expect(await statusOf(sides.realKey)).toBe(200);
  });
});

/** The names and kinds of what stands in an answer, lists by what their first holds. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null) return 'a value, or none';
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [name, shapeOf(inside)]));
}
