import { randomBytes } from 'node:crypto';
import { cast } from '../../demo/sign-in/cast';
import { demonstrationPrograms } from '../../demo/sign-in/programs';
import { createDemonstrationProvider } from '../../demo/sign-in/provider';
import { systemClock } from '../../platform/config/clock';
import { type Settings, SettingsError } from '../../platform/config/settings';
import { demonstrationKeys } from '../../platform/identity/demonstration-keys';
import { DEMONSTRATION_ALGORITHM } from '../../platform/identity/demonstration-token';
import type { Logger } from '../../platform/logging/logger';
import { connect } from '../../platform/postgres/connect';
import { migrate } from '../../platform/postgres/migrate';
import type { Database } from '../../platform/postgres/open-database';
import {
  type RunningSite,
  type SitePlace,
  type StartSite,
  siteOrigins,
  siteSchema,
  startSite,
} from '../../site/site';
import { demonstrationIssuer } from './demonstration-issuer';
import type { Keys } from './keys';
import { openPostOffice } from './open-post-office';
import { tokenVerifierOf } from './open-product';
import { ROOT } from './root';
import { toolPlaces } from './tool-places';
import { whatIsKept } from './what-is-kept';

const DEMONSTRATION_TOKEN_SECONDS = 60 * 60;

/** How people sign in to the site. */
export type SiteSignIn = Pick<StartSite, 'client' | 'secret' | 'offered' | 'keys'>;

/** Whether a site is run: where the sign-in service knows it, and in the demonstration. */
export const hasSite = ({ site, production, token }: Settings): boolean =>
  site.clientId !== null || (!production && token.jwksUrl === null);

/**
 * How people sign in: by the sign-in service that the settings name, else by the demonstration's own, which answers
 * from now on below the site's address.
 */
export async function openSignIn(
  settings: Settings,
  keys: Pick<Keys, 'tokens'>,
  place: SitePlace,
): Promise<SiteSignIn> {
  const { site, token, production, dataDirectory } = settings;
  if (site.clientId !== null) {
    const { clientSecret, sessionSecret } = givenSecrets(site);
    return {
      client: {
        issuer: new URL(token.issuer),
        clientId: site.clientId,
        clientSecret,
        scopes: site.scopes,
        isInsecureAllowed: !production,
      },
      secret: sessionSecret,
      offered: [],
      keys: keys.tokens,
    };
  }
  const { token: signing, identity } = await demonstrationKeys({ dataDirectory });
  const client = { clientId: 'site', clientSecret: randomBytes(32).toString('base64url') };
  const issuer = demonstrationIssuer(settings, place.url);
  const provider = createDemonstrationProvider(issuer, {
    privateKey: signing.privateKey,
    audience: token.audience,
    site: { ...client, origins: siteOrigins(site.url ?? place.url) },
    programs: demonstrationPrograms(signing.privateKey),
    cookieSecret: randomBytes(32).toString('base64url'),
    tokenLifetimeSeconds: DEMONSTRATION_TOKEN_SECONDS,
  });
  place.mount(provider.path, provider.answer);
  return {
    client: {
      ...client,
      issuer: new URL(issuer),
      scopes: site.scopes,
      idTokenAlgorithm: DEMONSTRATION_ALGORITHM,
      isInsecureAllowed: true,
    },
    secret: identity.privateKey.export({ format: 'der', type: 'pkcs8' }),
    offered: cast.map(({ person: { subject, role }, name, work, opens }) => ({
      subject,
      role,
      name,
      work,
      opens,
    })),
    keys: { publicKey: signing.publicKey },
  };
}

/** What a site with an id at the sign-in service needs beside it. Throws `SettingsError` for what is missing. */
function givenSecrets({ clientSecret, sessionSecret }: Settings['site']) {
  if (clientSecret !== null && sessionSecret !== null) return { clientSecret, sessionSecret };
  const missing = [
    ...(clientSecret === null ? ['SITE_CLIENT_SECRET'] : []),
    ...(sessionSecret === null ? ['SITE_SESSION_SECRET'] : []),
  ];
  const says = 'is not set, and SITE_CLIENT_ID is. Write it too, or take SITE_CLIENT_ID away.';
  throw new SettingsError(missing.map((setting) => ({ setting, says })));
}

/** Brings the site's schema up to date and starts the site over a gateway that answers at `gatewayUrl`. */
export async function openSite(options: {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly keys: Pick<Keys, 'tokens'>;
  readonly database: Pick<Database, 'urlFor'>;
  readonly place: SitePlace;
  readonly signIn: SiteSignIn;
  readonly gatewayUrl: string;
  readonly timeoutMillis?: number;
}): Promise<RunningSite> {
  const { settings, logger, keys, database, place, signIn, gatewayUrl, timeoutMillis } = options;
  const clock = systemClock;
  const logins = await migrate({ ownerUrl: (name) => database.urlFor(name), subgraphs: [siteSchema], clock });
  const dataSource = await connect({ url: logins.urlOf('site'), subgraph: siteSchema });
  const verifier = tokenVerifierOf({ settings, logger, keys }, demonstrationIssuer(settings, place.url));
  const site = await startSite({
    ...signIn,
    place,
    root: ROOT,
    dataSource,
    gatewayUrl,
    ...(timeoutMillis === undefined ? {} : { timeoutMillis }),
    settings: settings.site,
    toolPlaces: toolPlaces(settings.site, { gatewayUrl, databaseUrl: database.urlFor('insight') }),
    whatIsKept: whatIsKept(),
    office: openPostOffice(settings),
    verifier,
    clock,
    present: settings.clock,
    logger,
  });
  return {
    url: site.url,
    warmUp: (accessToken) => site.warmUp(accessToken),
    sendMail: (signal) => site.sendMail(signal),
    async stop() {
      await site.stop();
      await dataSource.destroy();
    },
  };
}
