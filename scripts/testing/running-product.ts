import { demonstrationPerson } from '../../demo/people';
import type { RunningGateway } from '../../gateway/gateway';
import type { Sandbox } from '../../gateway/sandbox/sandbox';
import type { SourceName } from '../../imports/sources';
import type { Settings } from '../../platform/config/settings';
import { demonstrationKeys } from '../../platform/identity/demonstration-keys';
import { demonstrationToken } from '../../platform/identity/demonstration-token';
import type { SignedIn } from '../../platform/identity/identity';
import { createLogger, type Logger } from '../../platform/logging/logger';
import type { Relay } from '../../platform/outbox/relay';
import { type Database, openDatabase } from '../../platform/postgres/open-database';
import type { SubgraphExecutor } from '../../platform/server/executor';
import type { RunningSubgraph } from '../../platform/server/run-subgraph';
import { openSchemas, type Schemas } from '../../subgraphs/schemas';
import { carryOutOn } from '../import/carry-out-on';
import { runImport } from '../import/open-import';
import { openAuditSigner } from '../product/audit';
import { openKeys } from '../product/keys';
import { startGatewayOver, startSubgraphs } from '../product/open-product';
import { productSubgraphs } from '../product/subgraphs';

export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
}

export interface ImportCounts {
  readonly read: number;
  readonly loaded: number;
  readonly updated: number;
  readonly copies: number;
  readonly leftOut: number;
  readonly quarantined: number;
}

/** Who asks: the demonstration's person of a role, or somebody whom a test makes up. */
type Asking = string | SignedIn;

/** The whole product in this process, asked over HTTP. */
export interface RunningProduct {
  readonly database: Database;
  readonly schemas: Schemas;
  /** How often the gateway has asked each subgraph. */
  readonly asked: Map<string, number>;
  /** Where it answers, without a path. */
  readonly url: string;
  /** A token of whoever asks. */
  token(as: Asking): Promise<string>;
  /** Asks as the demonstration's person of a role, or as this person; as nobody where it is null. */
  ask<Data>(as: Asking | null, query: string, variables?: object): Promise<Answer<Data>>;
  /** Imports a file, and waits until the figures have followed. Throws when it is refused. */
  load(source: SourceName, file: string): Promise<ImportCounts>;
  /** Carries out what was decided about rows and imports, and waits until the figures have followed. */
  carryOut(): Promise<number>;
  /** Starts a further gateway over the same parts, with what is said here in the place of its settings; `isApart`: each at an address. */
  further(how: FurtherGateway): Promise<RunningGateway>;
  /** Stops everything but the database. */
  stop(): Promise<void>;
}

interface FurtherGateway {
  readonly isApart?: boolean;
  readonly settings?: Partial<Settings>;
}

interface RunOptions {
  /** Whether whole answers are kept, as by `npm start`: tests change what they ask about past all events. */
  readonly keepsAnswers?: boolean;
  /** Whether each part answers what it answered the last time, whatever it is asked: what everything else costs. */
  readonly repeats?: () => boolean;
  /** The sign-in service of a site in front of the product: its tokens are taken too. */
  readonly issuer?: string;
  /** Where keys of the sandbox lead. */
  readonly sandbox?: Sandbox;
  /** What it logs, for tests that read it; nothing by default. */
  readonly logger?: Logger;
}

/** Starts the product as `npm start` does, save that nothing is loaded and no relay runs: `load` carries events. */
export async function runProduct(
  settings: Settings,
  {
    keepsAnswers = false,
    repeats = () => false,
    logger = createLogger({ level: 'silent' }),
    ...beside
  }: RunOptions = {},
): Promise<RunningProduct> {
  const database = await openDatabase({ settings });
  const subgraphs = productSubgraphs(settings);
  const schemas = await openSchemas({ database, subgraphs, clock: settings.clock });
  const opening = { settings, logger, keys: await openKeys(settings) };
  const auditSigner = await openAuditSigner(settings);
  const running = await startSubgraphs(opening, { schemas, subgraphs, auditSigner });
  const asked = new Map<string, number>();
  const parts = new Map(running.map((part) => [part.name, counted(part, { asked, keepsAnswers, repeats })]));
  const gateway = await startGatewayOver(opening, parts, beside);
  const relay = relayOver(schemas);
  await relay.drain();
  const token = tokensOf(settings);
  return {
    database,
    schemas,
    asked,
    url: gateway.url,
    token,
    ask: async (as, query, variables = {}) =>
      ask({ url: gateway.url, token: as && (await token(as)), query, variables }),
    async load(source, file) {
      const counts = await loadFile({ schemas, settings, source, file });
      await relay.drain();
      return counts;
    },
    async carryOut() {
      const settled = await carryOutOn({ schemas, settings });
      await relay.drain();
      return settled;
    },
    async further({ isApart = false, settings: other = {} }) {
      const doors = isApart ? await Promise.all(running.map((part) => part.listen(0))) : [];
      const addresses = doors.map(({ url }, place) => [running[place]?.name ?? '', url] as const);
      const further = await startGatewayOver(
        { ...opening, settings: { ...settings, ...other } },
        isApart ? new Map(addresses) : parts,
        beside,
      );
      const stop = async () => {
        await further.stop();
        await Promise.all(doors.map((door) => door.close()));
      };
      return { url: further.url, stop };
    },
    async stop() {
      await gateway.stop();
      await Promise.all(running.map((part) => part.stop()));
      await schemas.close();
    },
  };
}

/** Makes the schemas of an empty database, with what the parts have to say of themselves carried to all followers. */
export async function prepareProduct(settings: Settings): Promise<void> {
  const database = await openDatabase({ settings });
  const schemas = await openSchemas({
    database,
    subgraphs: productSubgraphs(settings),
    clock: settings.clock,
  });
  await relayOver(schemas).drain();
  await schemas.close();
}

/** What the gateway tells the part of keys in its own name, beside what callers ask. */
const BY_ITSELF = /^\s*mutation (?:LeaseRequests|Note(?:KeyUses|PartnerRequests|Refusals))\b/;

function counted(
  part: RunningSubgraph,
  {
    asked,
    keepsAnswers,
    repeats,
  }: Required<Pick<RunOptions, 'keepsAnswers' | 'repeats'>> & { asked: Map<string, number> },
): SubgraphExecutor {
  let last: Awaited<ReturnType<SubgraphExecutor['execute']>> | null = null;
  return {
    async execute(request) {
      if (!BY_ITSELF.test(request.query)) asked.set(part.name, (asked.get(part.name) ?? 0) + 1);
      if (repeats() && last !== null) return last;
      last = await part.execute(request);
      return last;
    },
    state: async () => (keepsAnswers && !repeats() ? ((await part.state?.()) ?? null) : null),
    read: (request) => part.read(request),
    ...(part.follow && { follow: part.follow }),
    ready: () => part.ready(),
    findings: async () => (await part.findings?.()) ?? [],
  };
}

/** A drain throws what goes wrong; only a relay that runs on its own has failures to tell. */
const relayOver = (schemas: Schemas): Pick<Relay, 'drain'> => schemas.relay({ onFailure: () => undefined });

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
  await runImport({ schemas, settings, asked: { source, file, dryRun: false } }, async (outcome) => {
    if (outcome.kind === 'refused') throw new Error(`${outcome.code}: ${outcome.message}`);
    counts = outcome.counts;
  });
  if (counts === null) throw new Error('The import told nothing');
  return counts;
}

/** One token for each role or person: signing one takes longer than many a question. */
function tokensOf({ dataDirectory, token }: Settings): (as: Asking) => Promise<string> {
  const kept = new Map<Asking, Promise<string>>();
  const sign = async (as: Asking) => {
    const person = typeof as === 'string' ? demonstrationPerson({ role: as }) : as;
    if (person === null) throw new Error(`The demonstration has nobody who is ${as}`);
    const keys = await demonstrationKeys({ dataDirectory });
    return demonstrationToken({ person, privateKey: keys.token.privateKey, ...token });
  };
  return (as) => {
    const signed = kept.get(as) ?? sign(as);
    kept.set(as, signed);
    return signed;
  };
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
