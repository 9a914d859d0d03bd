import { z } from 'zod';
import { auditModel } from './audit';
import { claimModel } from './claims';
import { documentShape } from './documents';
import {
  addressRanges,
  bytes,
  colour,
  count,
  directory,
  httpUrl,
  ipAddress,
  isoDay,
  jsonWebKey,
  oneOf,
  openingMinutes,
  origin,
  origins,
  plainText,
  port,
  postgresUrl,
  secret,
  serverPlace,
  serviceIds,
} from './fields';
import { operationsModel } from './operations';
import { postModel } from './post';
import { sandboxModel } from './sandbox';
import { smallNumbers } from './small-numbers';
import { tlsModel } from './tls';

/** The largest file that is read whole or refused: 2 GiB. */
const IMPORT_MAX_BYTES = '2147483648';

/** Where the product runs, and how it is named. */
export const generalModel = z.object({
  NODE_ENV: oneOf(['development', 'test', 'production']).default('development'),
  AUTHORITY: plainText.default('stockport'),
  DATA_DIR: directory.prefault('.data'),
  DEMO: oneOf(['on', 'off']).default('on'),
  TODAY: isoDay.optional(),
  IMPORT_MAX_BYTES: bytes.prefault(IMPORT_MAX_BYTES),
  IMPORT_SPOOL_FOLDER: directory.optional(),
  IMPORT_KEPT_HOURS: count.prefault('24'),
  IMPORTS_AT_ONCE: count.prefault('2'),
  IMPORT_WATCHED_FOLDER: directory.optional(),
  IMPORT_WATCHED_QUIET_SECONDS: count.prefault('10'),
  ...documentShape,
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
});

/** What listens where, how often one caller may ask there, from where, and for how long by a key or a reason. */
export const portModel = z.object({
  GATEWAY_PORT: port.prefault('4000'),
  SUBGRAPH_PORT: port.prefault('4001'),
  SITE_PORT: port.prefault('3000'),
  METRICS_PORT: port.optional(),
  BIND_ADDRESS: ipAddress.optional(),
  REQUESTS_AT_ONCE: count.prefault('1000'),
  REQUESTS_PER_SECOND: count.prefault('100'),
  FILES_AT_ONCE: count.prefault('1000'),
  FILES_PER_SECOND: count.prefault('10'),
  TRUSTED_PROXIES: addressRanges.prefault(''),
  SMALL_NUMBERS: smallNumbers.prefault(''),
  KEY_MAX_DAYS: count.prefault('365'),
  BREAK_GLASS_MINUTES: openingMinutes.prefault('60'),
  LETTERS_APPROVED_FOR: serviceIds.prefault(''),
});

/** A database of the council's own, in place of the embedded one. */
export const databaseModel = z.object({ DATABASE_URL: postgresUrl.optional() });

/** Who may sign in. The values by default are the demonstration's own. */
export const tokenModel = z.object({
  TOKEN_ISSUER: plainText.default('urn:council-complaints:demonstration'),
  TOKEN_AUDIENCE: plainText.default('council-complaints'),
  TOKEN_JWKS_URL: httpUrl.optional(),
  TOKEN_AUTHORIZATION_URL: httpUrl.optional(),
});

/** Web pages from elsewhere that may ask. */
export const pageModel = z.object({ CORS_ORIGINS: origins.prefault('') });

/** The complaints site: where people reach it, and as which application it asks the sign-in service. */
export const siteModel = z.object({
  SITE_URL: origin.optional(),
  SITE_CLIENT_ID: plainText.optional(),
  SITE_CLIENT_SECRET: plainText.optional(),
  SITE_SCOPES: plainText.default('openid profile offline_access'),
  SITE_SESSION_SECRET: secret.optional(),
  SITE_GATEWAY_URL: httpUrl.optional(),
  TOOLS_GATEWAY_URL: origin.optional(),
  TOOLS_DATABASE: serverPlace.optional(),
  COUNCIL_NAME: plainText.default('Stockport Council'),
  COUNCIL_COLOUR: colour.default('#0b3a53'),
});

/** With what the gateway vouches for a caller, and subgraphs check that it did. */
export const identityModel = z.object({
  IDENTITY_PRIVATE_KEY: jsonWebKey.optional(),
  IDENTITY_PUBLIC_KEY: jsonWebKey.optional(),
});

/** Every setting whose name is fixed, for the check of `.env.example`. */
export const settingNames: readonly string[] = [
  generalModel,
  portModel,
  databaseModel,
  tokenModel,
  claimModel,
  pageModel,
  siteModel,
  identityModel,
  auditModel,
  operationsModel,
  sandboxModel,
  postModel,
  tlsModel,
].flatMap((model) => Object.keys(model.shape));
