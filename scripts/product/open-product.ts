import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readChanges } from '../../gateway/dictionary/change-list';
import { type RunningGateway, startGateway } from '../../gateway/gateway';
import type { Sandbox } from '../../gateway/sandbox/sandbox';
import type { AuditSigner } from '../../platform/audit/signer';
import { type ChangeFeed, createChangeFeed } from '../../platform/changes/change-feed';
import type { Settings } from '../../platform/config/settings';
import { createTokenVerifier, type TokenVerifier } from '../../platform/identity/bearer-token';
import { createIdentitySigner } from '../../platform/identity/signer';
import { createIdentityVerifier } from '../../platform/identity/verifier';
import type { Logger } from '../../platform/logging/logger';
import { listenForEvents } from '../../platform/outbox/listen-for-events';
import type { Relay } from '../../platform/outbox/relay';
import { safeDatabaseError } from '../../platform/postgres/safe-error';
import { type RunningSubgraph, runSubgraph } from '../../platform/server/run-subgraph';
import type { Subgraph } from '../../platform/server/subgraph';
import type { Schemas } from '../../subgraphs/schemas';
import { furtherDoors } from './further-doors';
import { type Keys, signingKeyOf } from './keys';
import { tellsMetrics } from './metrics';
import { openOperations } from './operations';
import { ROOT } from './root';

const schemaDirectory = path.join(ROOT, 'schema');

/** How long a part may take for one request of the gateway. */
const UPSTREAM_TIMEOUT_MILLIS = 10_000;

interface Opening {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly keys: Keys;
}

interface Starting {
  readonly schemas: Schemas;
  readonly subgraphs: readonly Subgraph[];
  readonly auditSigner: AuditSigner;
  /** Who carries events here: a part is not ready before what it follows has reached it. */
  readonly relay?: Pick<Relay, 'hasCaughtUp'>;
}

/** Starts the servers of `subgraphs`, each on its own schema. */
export function startSubgraphs(
  { settings, logger, keys }: Opening,
  { schemas, subgraphs, auditSigner, relay }: Starting,
): Promise<RunningSubgraph[]> {
  const verifier = createIdentityVerifier({ publicKey: keys.identityPublic });
  return Promise.all(
    subgraphs.map((subgraph) =>
      runSubgraph({
        subgraph,
        dataSource: schemas.of(subgraph.name),
        verifier,
        auditSigner,
        clock: settings.clock,
        logger,
        schemaDirectory,
        ...(relay ? { hasCaughtUp: () => relay.hasCaughtUp(subgraph.name) } : {}),
        ...feedOf(schemas, subgraph),
      }),
    ),
  );
}

/** What tells of a part's changes, where it has any to tell. */
function feedOf(
  { consumers, sources, wakeUpUrls: urls }: Schemas,
  { name: schema, tells }: Subgraph,
): { readonly feed?: ChangeFeed } {
  if (tells === undefined) return {};
  const own = consumers.filter((consumer) => consumer.schema === schema);
  return { feed: createChangeFeed({ schema, consumers: own, sources, kinds: tells.kinds, urls }) };
}

/**
 * Checks bearer tokens as the settings say. In the demonstration those of its own sign-in service are taken, too, where
 * one runs: `demonstrationIssuer` is signed with the same key.
 */
export function tokenVerifierOf(
  {
    settings: { token },
    logger,
    keys,
  }: Pick<Opening, 'settings' | 'logger'> & { readonly keys: Pick<Keys, 'tokens'> },
  demonstrationIssuer?: string,
): TokenVerifier {
  const isDemonstration = token.jwksUrl === null;
  return createTokenVerifier({
    issuer:
      isDemonstration && demonstrationIssuer !== undefined
        ? [token.issuer, demonstrationIssuer]
        : token.issuer,
    audience: token.audience,
    algorithms: isDemonstration ? ['EdDSA'] : ['RS256', 'PS256', 'ES256', 'EdDSA'],
    keys: keys.tokens,
    onKeysOutage: (err) =>
      logger.error(
        { err },
        'The keys of the sign-in service cannot be read; those that are known hold for a day',
      ),
    // The demonstration's own tokens have our own names in them.
    ...(isDemonstration ? {} : { claims: token.claims }),
  });
}

/** What a gateway knows of a site and a sandbox beside it. */
interface Beside {
  /** The demonstration's sign-in service, whose tokens are taken where no other is named. */
  readonly issuer?: string;
  /** Where people who come to the gateway with a browser are sent. */
  readonly siteUrl?: string | null;
  /** Where keys of the sandbox lead; by default nowhere. */
  readonly sandbox?: Sandbox;
}

/** Starts the gateway over parts in this process or at addresses. */
export async function startGatewayOver(
  { settings, logger, keys }: Opening,
  subgraphs: Parameters<typeof startGateway>[0]['subgraphs'],
  { issuer, siteUrl = null, sandbox }: Beside = {},
): Promise<RunningGateway> {
  const supergraph = readFileSync(path.join(schemaDirectory, 'supergraph.graphql'), 'utf8');
  const changes = readChanges(readFileSync(path.join(schemaDirectory, 'changes.json'), 'utf8'));
  const operations = await openOperations(settings, logger);
  const gateway = await startGateway({
    operations,
    supergraph,
    subgraphs,
    tokenVerifier: tokenVerifierOf({ settings, logger, keys }, issuer),
    keyPart: 'access',
    trustedProxies: settings.trustedProxies,
    smallNumbers: settings.smallNumbers,
    identitySigner: createIdentitySigner({ privateKey: signingKeyOf(keys) }),
    logger,
    port: settings.gatewayPort,
    bindAddress: settings.bindAddress,
    tls: settings.tls,
    rate: settings.requestRate,
    fileRate: settings.fileRate,
    siteUrl,
    tellsMetrics: tellsMetrics(settings),
    ...(sandbox && { sandbox }),
    frontPage: {
      authority: settings.authority,
      isDemonstration: !settings.production && settings.token.jwksUrl === null,
    },
    pageOrigins: settings.pageOrigins,
    signInPlace: signInPlaceOf(settings),
    upstreamTimeoutMillis: UPSTREAM_TIMEOUT_MILLIS,
    furtherDoors: furtherDoors({ settings, logger, supergraph, changes, siteUrl }),
  });
  return {
    url: gateway.url,
    async stop() {
      operations.stop();
      await gateway.stop();
    },
  };
}

const signInPlaceOf = ({ token: { authorizationUrl, audience } }: Settings) =>
  authorizationUrl === null ? null : { authorizationUrl, audience };

/** Carries events between the schemas until it is stopped; what fails is logged and tried again. */
export function startRelay(schemas: Schemas, logger: Logger): Pick<Relay, 'drain' | 'stop' | 'hasCaughtUp'> {
  const relay = schemas.relay({
    onFailure: ({ follower, source, error }) =>
      logger.error(
        { err: safeDatabaseError(error), follower, source },
        'Events could not be applied; they are tried again',
      ),
    onDeadLetter: (aside) =>
      logger.error(aside, 'An event cannot be applied and is set aside; see set_aside in its schema'),
  });
  relay.start();
  const listeners = schemas.wakeUpUrls.map((url) => listenForEvents({ url, onWake: () => relay.wake() }));
  return {
    drain: (options) => relay.drain(options),
    hasCaughtUp: (schema) => relay.hasCaughtUp(schema),
    async stop() {
      await Promise.all(listeners.map((listener) => listener.stop()));
      await relay.stop();
    },
  };
}

/** How long a start waits for the figures; a product that lags behind answers, and says that it does. */
const FIGURES_WAIT_MILLIS = 20_000;

/** Waits until the figures have followed, or long enough. False when they still lag behind. */
export async function figuresFollow(relay: Pick<Relay, 'drain'>, logger: Logger): Promise<boolean> {
  try {
    await relay.drain({ signal: AbortSignal.timeout(FIGURES_WAIT_MILLIS) });
    return true;
  } catch (error) {
    logger.warn({ err: safeDatabaseError(error) }, 'Figures still follow what was told before');
    return false;
  }
}
