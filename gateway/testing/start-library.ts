import { generateKeyPairSync } from 'node:crypto';
import { DataSource } from 'typeorm';
import { systemClock } from '../../platform/config/clock';
import { createTokenVerifier } from '../../platform/identity/bearer-token';
import { demonstrationToken } from '../../platform/identity/demonstration-token';
import { createIdentitySigner } from '../../platform/identity/signer';
import { createIdentityVerifier } from '../../platform/identity/verifier';
import { createLogger, type Logger } from '../../platform/logging/logger';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { type RunningSubgraph, runSubgraph } from '../../platform/server/run-subgraph';
import type { Subgraph } from '../../platform/server/subgraph';
import { testAuditSigner } from '../../platform/testing/audit-signer';
import type { ConcurrencyLimits } from '../entrance/concurrency-limit';
import { type RunningGateway, type StartGateway, startGateway } from '../gateway';
import { composeSupergraph } from '../graph/composition';
import { books, catalogue, LIBRARY_SCHEMA } from './library';

export const ISSUER = 'urn:test';
export const AUDIENCE = 'library';

export interface StartLibrary {
  /** Subgraphs apart, called over HTTP. */
  readonly overHttp?: boolean;
  /** In place of the real `books`. */
  readonly books?: SubgraphExecutor | string;
  readonly catalogue?: SubgraphExecutor | string;
  readonly upstreamTimeoutMillis?: number;
  readonly bodyTimeoutMillis?: number;
  readonly answerTimeoutMillis?: number;
  readonly concurrency?: ConcurrencyLimits;
  readonly rate?: StartGateway['rate'];
  readonly furtherDoors?: StartGateway['furtherDoors'];
  readonly frontPage?: StartGateway['frontPage'];
  readonly pageOrigins?: StartGateway['pageOrigins'];
  readonly signInPlace?: StartGateway['signInPlace'];
  readonly operations?: StartGateway['operations'];
  readonly tls?: StartGateway['tls'];
  readonly tellsMetrics?: boolean;
  /** Keeps keys and allowances, beside the graph. */
  readonly keyPart?: SubgraphExecutor;
  readonly dataSource?: DataSource;
  /** 0 by default: a free one. */
  readonly port?: number;
  /** Whether the gateway guards no field, so that what parts refuse by themselves is seen. */
  readonly unguarded?: boolean;
  /** A subgraph that is in the graph and not given to the gateway. */
  readonly without?: string;
  readonly logger?: Logger;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export interface Library {
  readonly url: string;
  readonly keys: { privateKey: import('node:crypto').KeyObject; publicKey: import('node:crypto').KeyObject };
  /** How often each subgraph was asked. */
  readonly asked: Record<string, number>;
  token(role: string, subject?: string): Promise<string>;
  /** Asks as an officer, unless told otherwise; `headers` are added. */
  ask(query: string, options?: AskOptions): Promise<Answer>;
  stop(): Promise<void>;
}

export interface AskOptions {
  readonly role?: string;
  readonly subject?: string;
  readonly token?: string | null;
  readonly variables?: Record<string, unknown>;
  readonly headers?: Record<string, string>;
}

const UPSTREAM_TIMEOUT_MILLIS = 2_000;

/** Starts both subgraphs and a gateway over them, on free ports. */
export async function startLibrary(options: StartLibrary = {}): Promise<Library> {
  const keys = generateKeyPairSync('ed25519');
  const identityKeys = generateKeyPairSync('ed25519');
  const logger = options.logger ?? createLogger({ level: 'silent' });
  const closing: (() => Promise<void>)[] = [];
  const asked: Record<string, number> = { books: 0, catalogue: 0 };
  const start = async (subgraph: Subgraph): Promise<SubgraphExecutor | string> => {
    const running = await runSubgraph({
      subgraph,
      dataSource: options.dataSource ?? new DataSource({ type: 'postgres' }),
      verifier: createIdentityVerifier({ publicKey: identityKeys.publicKey }),
      clock: systemClock,
      logger,
      auditSigner: testAuditSigner,
      schemaDirectory: LIBRARY_SCHEMA,
    });
    closing.push(() => running.stop());
    if (!options.overHttp) return counted(running, asked);
    const door = await running.listen(0);
    closing.unshift(() => door.close());
    return door.url;
  };
  const parts = [
    ['books', options.books ?? (await start(books))],
    ['catalogue', options.catalogue ?? (await start(catalogue))],
    ...(options.keyPart === undefined ? [] : ([['access', options.keyPart]] as const)),
  ] as const;
  const composed = composeSupergraph({ schemaDirectory: LIBRARY_SCHEMA, names: ['books', 'catalogue'] });
  const gateway = await startGateway({
    supergraph: options.unguarded
      ? composed.replaceAll(/ *@requiresScopes\(scopes: \[\["[^)]*\)/g, '')
      : composed,
    subgraphs: new Map(parts.filter(([name]) => name !== options.without)),
    tokenVerifier: createTokenVerifier({
      issuer: ISSUER,
      audience: AUDIENCE,
      algorithms: ['EdDSA'],
      keys: { publicKey: keys.publicKey },
    }),
    identitySigner: createIdentitySigner({ privateKey: identityKeys.privateKey }),
    logger,
    port: options.port ?? 0,
    upstreamTimeoutMillis: options.upstreamTimeoutMillis ?? UPSTREAM_TIMEOUT_MILLIS,
    ...passedOn(options),
    frontPage: options.frontPage ?? { authority: 'library', isDemonstration: true },
    pageOrigins: options.pageOrigins ?? [],
    signInPlace: options.signInPlace ?? null,
  });
  return library({ gateway, keys, asked, closing });
}

const PASSED_ON = [
  ...(['rate', 'concurrency', 'furtherDoors', 'operations', 'tls', 'tellsMetrics'] as const),
  ...(['answerTimeoutMillis', 'bodyTimeoutMillis'] as const),
];

/** What the gateway is started with as a test wants it, and by itself where a test says nothing. */
const passedOn = (options: StartLibrary): Partial<StartGateway> => ({
  ...Object.fromEntries(
    PASSED_ON.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  ),
  ...(options.keyPart === undefined ? {} : { keyPart: 'access' }),
});

function counted(running: RunningSubgraph, asked: Record<string, number>): SubgraphExecutor {
  return {
    execute(request) {
      asked[running.name] = (asked[running.name] ?? 0) + 1;
      return running.execute(request);
    },
    ready: async () => true,
  };
}

function library({
  gateway,
  keys,
  asked,
  closing,
}: {
  gateway: RunningGateway;
  closing: (() => Promise<void>)[];
} & Pick<Library, 'keys' | 'asked'>): Library {
  const token = (role: string, subject = role) =>
    demonstrationToken({
      person: { subject, role, streams: [], services: [], partner: null },
      privateKey: keys.privateKey,
      issuer: ISSUER,
      audience: AUDIENCE,
    });
  return {
    url: gateway.url,
    keys,
    asked,
    token,
    async ask(query, { role = 'officer', subject, token: given, variables, headers } = {}) {
      const bearer = given === undefined ? await token(role, subject) : given;
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
    async stop() {
      await gateway.stop();
      for (const close of closing) await close();
    },
  };
}
