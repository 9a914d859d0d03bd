import { createServer } from 'node:http';
import type { TokenVerifier } from '../platform/identity/bearer-token';
import type { IdentitySigner } from '../platform/identity/signer';
import type { Logger } from '../platform/logging/logger';
import type { SubgraphExecutor } from '../platform/server/executor';
import { closed, listening } from '../platform/server/listening';
import { remoteSubgraph } from '../platform/server/remote-subgraph';
import { frontDoor } from './front-door';
import { partsOf } from './parts-of';
import { createRuntime } from './runtime';
import { createTurns, type TurnLimits } from './turns';

export interface StartGateway {
  /** The composed schema. */
  readonly supergraph: string;
  /** Each subgraph by name: one in this process, or the address of one that runs apart. */
  readonly subgraphs: ReadonlyMap<string, SubgraphExecutor | string>;
  readonly tokenVerifier: TokenVerifier;
  readonly identitySigner: IdentitySigner;
  readonly logger: Logger;
  /** 0 takes a free one. */
  readonly port: number;
  /** This machine alone unless told otherwise; null is every network that it is in. */
  readonly bindAddress?: string | null;
  /** How long a subgraph may take for one request. */
  readonly upstreamTimeoutMillis: number;
  /** How long a request's body may take to arrive; ten seconds unless told otherwise. */
  readonly bodyTimeoutMillis?: number;
  /** How much one caller may ask at once; see there. */
  readonly turns?: TurnLimits;
}

export interface RunningGateway {
  /** Where it answers, without a path. */
  readonly url: string;
  /** Finishes what is under way, for five seconds at most, and closes. */
  stop(): Promise<void>;
}

const HEADERS_TIMEOUT_MILLIS = 10_000;
const BODY_TIMEOUT_MILLIS = 10_000;
const REQUEST_TIMEOUT_MILLIS = 30_000;

/**
 * Starts the gateway: one graph over all subgraphs at /graphql, health at /health/live and /health/ready. Throws when
 * the supergraph names a subgraph that is not given, and with a sentence when the port is taken.
 */
export async function startGateway(options: StartGateway): Promise<RunningGateway> {
  const missing = partsOf(options.supergraph).filter((name) => !options.subgraphs.has(name));
  if (missing.length > 0)
    throw new Error(`The supergraph is made of parts that are not given: ${missing.join(', ')}.`);
  const executors = executorsOf(options.subgraphs);
  const runtime = await createRuntime({ ...options, executors });
  const handle = frontDoor({
    bodyTimeoutMillis: BODY_TIMEOUT_MILLIS,
    ...options,
    turns: createTurns(options.turns),
    unready: () => unreadyOf(executors),
    graphql: (request, response, context) => runtime.handle(request, response, context),
  });
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MILLIS, requestTimeout: REQUEST_TIMEOUT_MILLIS },
    handle,
  );
  const port = await listening(server, {
    ...{ port: options.port, setting: 'GATEWAY_PORT' },
    ...(options.bindAddress === undefined ? {} : { bindAddress: options.bindAddress }),
  });
  return {
    url: `http://localhost:${port}`,
    async stop() {
      await closed(server);
      await runtime.dispose();
    },
  };
}

/** The parts that could not answer now, or whose figures still follow what was told before the start. */
async function unreadyOf(executors: ReadonlyMap<string, SubgraphExecutor>): Promise<string[]> {
  const asked = await Promise.all(
    [...executors].map(async ([name, part]) => ({ name, ready: await part.ready() })),
  );
  return asked.filter(({ ready }) => !ready).map(({ name }) => name);
}

function executorsOf(subgraphs: StartGateway['subgraphs']): ReadonlyMap<string, SubgraphExecutor> {
  return new Map(
    [...subgraphs].map(([name, part]) => [
      name,
      typeof part === 'string' ? remoteSubgraph({ url: part }) : part,
    ]),
  );
}
