import { systemClock } from '../platform/config/clock';
import type { TlsFiles } from '../platform/config/tls';
import { addressList } from '../platform/identity/address-list';
import type { TokenVerifier } from '../platform/identity/bearer-token';
import type { IdentitySigner } from '../platform/identity/signer';
import type { Rate } from '../platform/limits/token-bucket';
import type { Logger } from '../platform/logging/logger';
import { processRegistry } from '../platform/metrics/process-registry';
import type { SubgraphExecutor } from '../platform/server/executor';
import { httpServer } from '../platform/server/http-server';
import { addressOf, closed, listening } from '../platform/server/listening';
import { remoteSubgraph } from '../platform/server/remote-subgraph';
import type { Door } from './doors/door';
import { frontDoor } from './doors/front-page';
import { graphqlDoor } from './doors/graphql';
import { liveDoor, readyDoor } from './doors/health';
import { metricsDoor } from './doors/metrics';
import { partsDoor } from './doors/parts';
import { schemaDoor } from './doors/schema';
import type { SignInPlace } from './entrance/challenge';
import { type ConcurrencyLimits, createConcurrencyLimit } from './entrance/concurrency-limit';
import { createEntrance } from './entrance/entrance';
import { createRateLimit, FILE_RATE, RATE } from './entrance/rate-limit';
import { createRefusalLog } from './entrance/refusal-log';
import { bearerTokens } from './entrance/sign-in';
import { createGraph, type Graph } from './graph/graph';
import { subgraphNamesIn } from './graph/subgraph-names';
import { keptByAccess } from './keys/kept-by-access';
import { createLive, type LiveSettings } from './live/live';
import { readPartStates } from './measured/part-states';
import { NO_OPERATIONS, type TrustedOperations } from './operations/take-operation';
import type { FrontPage } from './pages/front-page-html';
import { NO_SANDBOX } from './sandbox/no-sandbox';
import type { Sandbox } from './sandbox/sandbox';

export interface StartGateway {
  /** The composed schema. */
  readonly supergraph: string;
  /** Each subgraph by name: one in this process, or the address of one that runs apart. */
  readonly subgraphs: ReadonlyMap<string, SubgraphExecutor | string>;
  readonly tokenVerifier: TokenVerifier;
  /** The part that keeps keys of programs and agreements with partners; no key is taken, and no partner let in, where it is not named. */
  readonly keyPart?: string;
  /** Proxies (addresses, or networks) that are believed whom they ask for; none by default. */
  readonly trustedProxies?: readonly string[];
  /** Below which number counts are not told to a role; none by default. */
  readonly smallNumbers?: ReadonlyMap<string, number>;
  readonly identitySigner: IdentitySigner;
  readonly logger: Logger;
  /** 0 takes a free one. */
  readonly port: number;
  /** This machine alone by default; null is every network that it is in. */
  readonly bindAddress?: string | null;
  /** By what it is certified; plain HTTP by default. */
  readonly tls?: TlsFiles | null;
  /** How long a subgraph may take for one request. */
  readonly upstreamTimeoutMillis: number;
  /** How long a request's body may take to arrive; ten seconds by default. */
  readonly bodyTimeoutMillis?: number;
  /** How long a caller may take to read an answer; a minute by default. */
  readonly answerTimeoutMillis?: number;
  /** How much one caller may ask at once; see there. */
  readonly concurrency?: ConcurrencyLimits;
  /** How much may be subscribed to, and how often it is told; see there. */
  readonly live?: LiveSettings;
  /** How often one caller may ask; see there. */
  readonly rate?: Rate;
  /** How often one caller may send a file; see there. */
  readonly fileRate?: Rate;
  /** Operations that are known; by default none, and whatever is asked is answered. */
  readonly operations?: TrustedOperations;
  /** Origins of web pages from elsewhere that may ask from a browser; none by default. */
  readonly pageOrigins?: readonly string[];
  /** Where people sign in, for tools that ask; not known by default. */
  readonly signInPlace?: SignInPlace | null;
  /** What the page at / says of this installation. */
  readonly frontPage: FrontPage;
  /** Where people with a browser are sent instead; by default the page is shown. */
  readonly siteUrl?: string | null;
  /** Whether /metrics is answered here, to anybody; by default it is not: in production it has a port of its own. */
  readonly tellsMetrics?: boolean;
  /** Where keys of the sandbox lead; by default nowhere. */
  readonly sandbox?: Sandbox;
  /** Doors of the starter's own beside those of the gateway, asking the same graph. */
  readonly furtherDoors?: (
    graph: Pick<Graph, 'ask' | 'records' | 'page' | 'internally' | 'schemaOf'>,
  ) => readonly Door[];
}

export interface RunningGateway {
  /** Where it answers, without a path. */
  readonly url: string;
  /** Finishes what is under way, for five seconds at most, and closes. */
  stop(): Promise<void>;
}

const HEADERS_TIMEOUT_MILLIS = 10_000;
/**
 * How long a connection is kept that nobody asks on. Proxies keep theirs for 60 seconds (nginx, most balancers): whoever closes first
 * must be the one who asks, or a request meets a connection that is just being closed.
 */
const KEEP_ALIVE_MILLIS = 75_000;
const BODY_TIMEOUT_MILLIS = 10_000;
const ANSWER_TIMEOUT_MILLIS = 60_000;

/**
 * Starts the gateway: one graph over all subgraphs at /graphql, a page about it at /, health at /health/live and /health/ready. Throws when
 * the supergraph names a subgraph that is not given, and with a sentence when the port is taken.
 */
export async function startGateway(options: StartGateway): Promise<RunningGateway> {
  const missing = subgraphNamesIn(options.supergraph).filter((name) => !options.subgraphs.has(name));
  if (missing.length > 0)
    throw new Error(`The supergraph is made of parts that are not given: ${missing.join(', ')}.`);
  const executors = executorsOf(options.subgraphs);
  const refusals = createRefusalLog(options.logger);
  const { keyVerifiers, lease, flush, ...kept } = keptByAccess(options, executors);
  const graph = await createGraph({ ...options, executors, refusals, book: kept.book });
  const { identitySigner } = options;
  const live = createLive({ graph, executors, identitySigner, ...options.live });
  const handle = createEntrance({
    bodyTimeoutMillis: BODY_TIMEOUT_MILLIS,
    answerTimeoutMillis: ANSWER_TIMEOUT_MILLIS,
    pageOrigins: [],
    signInPlace: null,
    smallNumbers: new Map(),
    sandbox: NO_SANDBOX,
    ...options,
    ...kept,
    refusals,
    verifiers: [...keyVerifiers, bearerTokens(options.tokenVerifier)],
    trustedProxies: addressList(options.trustedProxies ?? []),
    concurrency: createConcurrencyLimit(options.concurrency),
    rates: {
      requests: createRateLimit({ rate: options.rate ?? RATE, lease }),
      files: createRateLimit({ budget: 'files', rate: options.fileRate ?? FILE_RATE, lease }),
    },
    doors: [
      frontDoor(options.frontPage, options.siteUrl ?? null),
      liveDoor,
      readyDoor({ unready: () => unreadyOf(executors), findings: () => findingsOf(executors) }),
      graphqlDoor({ graph, live, operations: options.operations ?? NO_OPERATIONS }),
      schemaDoor(graph),
      partsDoor(() => readPartStates(executors, systemClock)),
      ...(options.tellsMetrics === true ? [metricsDoor(processRegistry)] : []),
      ...(options.furtherDoors?.(graph) ?? []),
    ],
  });
  // How long a whole request may take, the entrance says: one limit for all doors would cut long uploads off.
  const tls = options.tls ?? null;
  const times = {
    ...{ headersTimeout: HEADERS_TIMEOUT_MILLIS, requestTimeout: 0 },
    keepAliveTimeout: KEEP_ALIVE_MILLIS,
  };
  const server = httpServer({ tls, options: times }, handle);
  const port = await listening(server, {
    ...{ port: options.port, setting: 'GATEWAY_PORT' },
    ...(options.bindAddress === undefined ? {} : { bindAddress: options.bindAddress }),
  });
  return {
    url: addressOf(port, options.bindAddress, tls === null ? 'http' : 'https'),
    async stop() {
      live.stop();
      await closed(server);
      refusals.flush();
      await flush();
      await graph.dispose();
    },
  };
}

/** The parts that could not answer now, or whose figures still follow what was published before the start. */
async function unreadyOf(executors: ReadonlyMap<string, SubgraphExecutor>): Promise<string[]> {
  const asked = await Promise.all(
    [...executors].map(async ([name, part]) => ({ name, ready: await part.ready() })),
  );
  return asked.filter(({ ready }) => !ready).map(({ name }) => name);
}

/** What the parts have found to be wrong with themselves, although they answer. */
async function findingsOf(executors: ReadonlyMap<string, SubgraphExecutor>): Promise<string[]> {
  const asked = await Promise.all(
    [...executors].map(async ([name, part]) => {
      const findings = (await part.findings?.()) ?? [];
      return findings.map((finding) => `${name}: ${finding}`);
    }),
  );
  return asked.flat();
}

function executorsOf(subgraphs: StartGateway['subgraphs']): ReadonlyMap<string, SubgraphExecutor> {
  return new Map(
    [...subgraphs].map(([name, part]) => [
      name,
      typeof part === 'string' ? remoteSubgraph({ url: part }) : part,
    ]),
  );
}
