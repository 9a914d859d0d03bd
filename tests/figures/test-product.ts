import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { demonstrationPerson } from '../../demo/people';
import type { SourceName } from '../../imports/sources';
import { readSettings, type Settings } from '../../platform/config/settings';
import { demonstrationKeys } from '../../platform/identity/demonstration-keys';
import { demonstrationToken } from '../../platform/identity/demonstration-token';
import { createLogger } from '../../platform/logging/logger';
import { openDatabase } from '../../platform/postgres/open-database';
import type { SubgraphExecutor } from '../../platform/server/executor';
import type { RunningSubgraph } from '../../platform/server/run-subgraph';
import { dropTestDatabase, emptyTestDatabase } from '../../platform/testing/database';
import { runImport } from '../../scripts/import/open-import';
import { openKeys } from '../../scripts/product/keys';
import { startGatewayOver, startSubgraphs } from '../../scripts/product/open-product';
import { loadSubgraphs, subgraphNames } from '../../subgraphs/registry';
import { openSchemas, type Schemas } from '../../subgraphs/schemas';

/** The day on which the tests' product stands: later than anything that is made up. */
export const TODAY = '2024-06-01';

export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export interface ImportCounts {
  readonly read: number;
  readonly loaded: number;
  readonly updated: number;
  readonly copies: number;
  readonly leftOut: number;
  readonly quarantined: number;
}

/** The whole product in the test's process, on a database of its own, asked over HTTP. */
export interface TestProduct {
  readonly schemas: Schemas;
  /** How often the gateway has asked each subgraph. */
  readonly asked: Map<string, number>;
  /** Asks as the demonstration's person of a role; as nobody where it is null. */
  ask<Data>(role: string | null, query: string, variables?: object): Promise<Answer<Data>>;
  /** Imports a file, and waits until the figures have followed. Throws when it is refused. */
  load(source: SourceName, file: string): Promise<ImportCounts>;
  /** The same for a file of this text. */
  loadText(source: SourceName, text: string): Promise<ImportCounts>;
  stop(): Promise<void>;
}

/** Starts it as `npm start` does, save that nothing is loaded. Stop it in `afterAll`. */
export async function startTestProduct(): Promise<TestProduct> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'test-product-'));
  const ownerUrl = await emptyTestDatabase();
  const settings = testSettings({ directory, ownerUrl });
  const database = await openDatabase({ settings });
  const subgraphs = loadSubgraphs();
  const schemas = await openSchemas({ database, subgraphs, clock: settings.clock });
  const opening = { settings, logger: createLogger({ level: 'silent' }), keys: await openKeys(settings) };
  const running = await startSubgraphs(opening, { schemas, subgraphs });
  const asked = new Map<string, number>();
  const gateway = await startGatewayOver(
    opening,
    new Map(running.map((part) => [part.name, counted(part, asked)])),
  );
  await drain(schemas);
  const load = (source: SourceName, file: string) => loadFile({ schemas, settings, source, file });
  return {
    schemas,
    asked,
    ask: async (role, query, variables = {}) =>
      ask({
        url: gateway.url,
        token: role === null ? null : await tokenFor(role, settings),
        query,
        variables,
      }),
    load,
    async loadText(source, text) {
      const file = path.join(directory, `${source}.csv`);
      await writeFile(file, text);
      return load(source, file);
    },
    async stop() {
      await gateway.stop();
      await Promise.all(running.map((part) => part.stop()));
      await schemas.close();
      await dropTestDatabase(ownerUrl);
      await rm(directory, { recursive: true });
    },
  };
}

function testSettings({ directory, ownerUrl }: { directory: string; ownerUrl: string }): Settings {
  return readSettings(
    { NODE_ENV: 'test', DATA_DIR: directory, DATABASE_URL: ownerUrl, GATEWAY_PORT: '0', TODAY },
    { subgraphs: subgraphNames() },
  );
}

function counted(part: RunningSubgraph, asked: Map<string, number>): SubgraphExecutor {
  return {
    execute(request) {
      asked.set(part.name, (asked.get(part.name) ?? 0) + 1);
      return part.execute(request);
    },
    ready: () => part.ready(),
  };
}

/** A drain throws what goes wrong; only a courier that runs on its own has failures to tell. */
const drain = (schemas: Schemas): Promise<void> => schemas.courier({ onFailure: () => undefined }).drain();

async function loadFile({
  schemas,
  settings,
  source,
  file,
}: {
  schemas: Schemas;
  settings: Settings;
  source: SourceName;
  file: string;
}): Promise<ImportCounts> {
  let counts: ImportCounts | null = null;
  await runImport({ schemas, settings, asked: { source, file, trial: false } }, async (outcome) => {
    if (outcome.kind === 'refused') throw new Error(`${outcome.code}: ${outcome.message}`);
    counts = outcome.counts;
  });
  await drain(schemas);
  if (counts === null) throw new Error('The import told nothing');
  return counts;
}

const tokens = new Map<string, Promise<string>>();

/** One token for each role and product: signing one takes longer than many a question. */
function tokenFor(role: string, settings: Settings): Promise<string> {
  const key = `${settings.dataDirectory} ${role}`;
  const token = tokens.get(key) ?? newToken(role, settings);
  tokens.set(key, token);
  return token;
}

async function newToken(role: string, { dataDirectory, token }: Settings): Promise<string> {
  const person = demonstrationPerson({ role });
  if (person === null) throw new Error(`The demonstration has nobody who is ${role}`);
  const keys = await demonstrationKeys({ dataDirectory });
  return demonstrationToken({ person, privateKey: keys.token.privateKey, ...token });
}

async function ask<Data>({
  url,
  token,
  query,
  variables,
}: {
  url: string;
  token: string | null;
  query: string;
  variables: object;
}): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Omit<Answer<Data>, 'status'>;
  return { status: response.status, ...body };
}
