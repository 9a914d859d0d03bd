import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { demonstrationPrograms } from '../../demo/sign-in/programs';
import { createDemonstrationProvider } from '../../demo/sign-in/provider';
import { type DemonstrationKeys, demonstrationKeys } from '../../platform/identity/demonstration-keys';
import { createIdentityVerifier } from '../../platform/identity/verifier';
import { createLogger } from '../../platform/logging/logger';
import { connect } from '../../platform/postgres/connect';
import { listening } from '../../platform/server/listening';
import { runSubgraph } from '../../platform/server/run-subgraph';
import { inTransaction } from '../../platform/transaction/transaction';
import { readKeyCommand } from '../../scripts/key/arguments';
import { COMMAND_LINE, doKeyCommand } from '../../scripts/key/keys-on';
import { openAuditSigner } from '../../scripts/product/audit';
import { type RunningProduct, runProduct } from '../../scripts/testing/running-product';
import { startTestProduct, type TestProduct } from '../../scripts/testing/test-product';
import { subgraph as corporate } from '../../subgraphs/corporate/subgraph';
import { makeCases } from './cases';
import { startClosed } from './closed-gateway';
import { type LiveStream, makeLiveCases } from './live-cases';

/** A key with what it is told of. */
export interface TargetKey {
  readonly id: string;
  readonly secret: string;
}

/** The started product with its sign-in service, keys of every kind, and a second gateway on the same database. */
export interface Target {
  readonly product: TestProduct;
  readonly other: RunningProduct;
  /** A third one, which takes trusted operations alone, as in production. */
  readonly closed: RunningProduct;
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly signing: DemonstrationKeys;
  readonly keys: Readonly<Record<string, TargetKey>>;
  /** The corporate part at an address of its own, past every gateway. */
  readonly part: string;
  /** A complaint that is restricted to olu and eve and about dan, one in which eve has an interest besides, and one that is open to all. */
  readonly cases: Readonly<Record<'restricted' | 'conflicted' | 'open', string>>;
  /** A live complaint of each of some streams, about dan. */
  readonly live: Readonly<Record<LiveStream, string>>;
  /** Makes a key as `npm run key -- create` does. */
  makeKey(options: string): Promise<TargetKey>;
  run(line: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export async function startTarget(): Promise<Target> {
  let answer: Parameters<typeof createServer>[1];
  const server = createServer((request, response) => answer?.(request, response));
  const issuer = `http://localhost:${await listening(server, { port: 0, setting: 'TEST' })}/demonstration-sign-in`;
  const product = await startTestProduct({ issuer });
  const signing = await demonstrationKeys({ dataDirectory: product.settings.dataDirectory });
  const provider = createDemonstrationProvider(issuer, {
    ...{ privateKey: signing.token.privateKey, audience: product.settings.token.audience },
    ...{ cookieSecret: 'cookies', tokenLifetimeSeconds: 600 },
    site: { clientId: 'site', clientSecret: 'a secret of the test', origins: ['http://localhost:3000'] },
    programs: demonstrationPrograms(signing.token.privateKey),
  });
  answer = provider.answer;
  const other = await runProduct(product.settings, { issuer });
  const closed = await startClosed(product, signing, issuer);
  const part = await openPart(product, signing);
  const run = (line: string) => keyCommand(product, line);
  const makeKey = async (options: string) =>
    JSON.parse((await run(`create ${options}`))[0] ?? '') as TargetKey;
  return {
    ...{ product, other, closed, issuer, signing, run, makeKey },
    tokenEndpoint: `${issuer}/token`,
    keys: { ...(await keysOf({ product, makeKey, run })), ...(await partnersOf({ product, makeKey })) },
    part: part.url,
    cases: await makeCases(product),
    live: await makeLiveCases(product),
    stop: () => stopAll(server, [part, closed, other, product]),
  };
}

/** The corporate part as `npm run subgraph -- corporate` opens it. */
async function openPart({ schemas, settings }: TestProduct, { identity }: DemonstrationKeys) {
  const part = await runSubgraph({
    ...{ subgraph: corporate, dataSource: schemas.of('corporate'), clock: settings.clock },
    verifier: createIdentityVerifier({ publicKey: identity.publicKey }),
    logger: createLogger({ level: 'silent' }),
    auditSigner: await openAuditSigner(settings),
    schemaDirectory: path.join(__dirname, '../../schema'),
  });
  const door = await part.listen(0);
  return {
    url: door.url.replace(/\/graphql$/, ''),
    async stop() {
      await door.close();
      await part.stop();
    },
  };
}

async function keyCommand({ schemas, settings }: TestProduct, line: string): Promise<readonly string[]> {
  const asked = readKeyCommand(line.split(' '));
  if (asked === null) throw new Error('The command is used in another way');
  const auditSigner = await openAuditSigner(settings);
  const { lines, isDone } = await inTransaction(schemas.of('access'), COMMAND_LINE, (transaction) =>
    doKeyCommand(asked, { transaction, longestKeyDays: 365, auditSigner }),
  );
  if (!isDone) throw new Error(lines.join(' '));
  return lines;
}

async function keysOf({ product, makeKey, run }: Pick<Target, 'product' | 'makeKey' | 'run'>) {
  const keys = {
    analyst: await makeKey('--role analyst'),
    manager: await makeKey('--role manager --services greenspace'),
    officer: await makeKey('--role officer --streams corporate,adults,childrens,schools'),
    partner: await makeKey('--role partner --partner stockport-homes'),
    auditor: await makeKey('--role auditor'),
    admin: await makeKey('--role admin'),
    revoked: await makeKey('--role analyst'),
    expired: await makeKey('--role analyst'),
    elsewhere: await makeKey('--role analyst --addresses 192.0.2.0/24'),
    here: await makeKey('--role analyst --addresses 127.0.0.0/8,::1'),
  };
  await run(`revoke ${keys.revoked.id}`);
  const owner = product.database.ownerUrl;
  await expire(owner, keys.expired.id);
  return keys;
}

/** Partners with agreements that hold no longer, not yet, or for less than others, and a key of each. */
async function partnersOf({ product, makeKey }: Pick<Target, 'product' | 'makeKey'>) {
  const keys: Record<string, TargetKey> = {};
  for (const [partner, changed] of Object.entries(PARTNERS)) {
    await agree(product, partner);
    keys[partner] = await makeKey(`--role partner --partner ${partner}`);
    if (changed !== null) await agree(product, partner, changed, 1);
  }
  await endAgreement(product, 'ended');
  return keys;
}

const PARTNERS: Readonly<Record<string, string | null>> = {
  over: 'endsOn: "2020-01-02"',
  later: 'startsOn: "2089-01-01"',
  'figures-only': 'parts: [FIGURES]',
  'cases-only': 'parts: [CASES]',
  ended: null,
  another: 'parts: [FIGURES, CASES, EVENTS]',
};

/** Agrees with a partner, or changes what was agreed. */
export async function agree(
  product: Pick<RunningProduct, 'ask'>,
  partner: string,
  changed = '',
  basedOnVersion = 0,
): Promise<void> {
  const terms = [
    'startsOn: "2020-01-01"',
    'endsOn: "2090-01-01"',
    'parts: [FIGURES, CASES]',
    'streams: []',
  ].filter((term) => !changed.includes(term.split(':')[0] ?? ''));
  const { data } = await product.ask<{ saved: { __typename: string } }>(
    'admin',
    `mutation { saved: saveAgreement(partner: "${partner}", basedOnVersion: ${basedOnVersion}, agreement: { name: "P" purpose: "P"
       lawfulBasis: "P" signedForCouncil: "P" signedForPartner: "P" ${terms.join(' ')} ${changed} }) { __typename } }`,
  );
  if (data.saved.__typename !== 'AgreementSaved') throw new Error('The agreement was not saved');
}

/** Ends what was agreed with a partner. */
export async function endAgreement(product: Pick<RunningProduct, 'ask'>, partner: string): Promise<void> {
  const { data } = await product.ask<{ ended: { __typename: string } }>(
    'admin',
    `mutation { ended: endAgreement(partner: "${partner}", reason: "A test") { __typename } }`,
  );
  if (data.ended.__typename !== 'AgreementEnded') throw new Error('The agreement was not ended');
}

/** The owner of the database may do what no login may. */
async function expire(ownerUrl: string, id: string): Promise<void> {
  const dataSource = await connect({ url: ownerUrl, subgraph: { name: 'owner', tables: [] }, poolSize: 1 });
  await inTransaction(dataSource, { subject: 'x', role: 'admin' }, (transaction) =>
    transaction.query(`update access.api_key set expires_at = now() - interval '1 minute' where id = $1`, [
      id,
    ]),
  );
  await dataSource.destroy();
}

async function stopAll(server: Server, products: readonly { stop(): Promise<void> }[]): Promise<void> {
  for (const product of products) await product.stop();
  server.closeAllConnections();
  server.close();
}
