import path from 'node:path';
import type { z } from 'zod';
import type { Rate } from '../limits/token-bucket';
import { type AuditSettings, auditModel, auditSettings } from './audit';
import { type ClaimRules, claimModel, claimProblems, claimRulesOf } from './claims';
import { type Clock, fixedClock, systemClock } from './clock';
import { databaseTlsProblems } from './database-tls';
import { type DocumentSettings, documentSettings } from './documents';
import { hideSecrets } from './hide-secrets';
import {
  databaseModel,
  generalModel,
  identityModel,
  pageModel,
  portModel,
  siteModel,
  tokenModel,
} from './models';
import { type OperationsSettings, operationsModel, operationsSettings } from './operations';
import { type PerSubgraph, readPerSubgraph } from './per-subgraph';
import { type PostSettings, postModel, postProblems, postSettings } from './post';
import { type Part, productionProblems } from './production';
import { type SandboxSettings, sandboxModel, sandboxProblems, sandboxSettings } from './sandbox';
import { type SettingProblem, SettingsError } from './settings-error';
import { type SiteSettings, siteSettings } from './site';

import { type TlsFiles, tlsFiles, tlsModel, tlsProblems } from './tls';

export type { PostSettings } from './post';
export type { Part } from './production';
export { SettingsError } from './settings-error';
export type { SiteSettings } from './site';

/** A key as JSON (RFC 7517). */
export type JsonWebKey = z.output<typeof identityModel>['IDENTITY_PRIVATE_KEY'] & object;

/** Everything that can be set from outside, checked. Secrets stay hidden when it is printed. */
export interface Settings {
  readonly production: boolean;
  /** Whose complaints these are: part of every fact. */
  readonly authority: string;
  /** Absolute. */
  readonly dataDirectory: string;
  /** False loads no demonstration records; always false in production. */
  readonly demonstration: boolean;
  /** The machine's clock, or one that stands at `TODAY`. */
  readonly clock: Clock;
  readonly importMaxBytes: number;
  readonly imports: ImportSettings;
  readonly documents: DocumentSettings;
  /** Where traces are sent (OTLP over HTTP), without the path; null for nowhere. */
  readonly tracesEndpoint: string | null;
  readonly logLevel: z.output<typeof generalModel>['LOG_LEVEL'];
  readonly gatewayPort: number;
  readonly subgraphPort: number;
  /** Where this process tells its metrics; null for nowhere of its own. */
  readonly metricsPort: number | null;
  /** Where servers listen: this machine alone by default, and in production everywhere (null). */
  readonly bindAddress: string | null;
  /** By what a gateway or a subgraph that runs alone is certified; null for plain HTTP. */
  readonly tls: TlsFiles | null;
  /** How often one caller may ask the gateway: so many in a row, then so many a second. */
  readonly requestRate: Rate;
  /** How often one caller may send a file, likewise. */
  readonly fileRate: Rate;
  /** Proxies in front of the gateway that are believed whom they ask for. */
  readonly trustedProxies: readonly string[];
  /** Below which number counts are not told to a role; a role that is not named is told all. */
  readonly smallNumbers: ReadonlyMap<string, number>;
  /** How long a key of a program may hold. */
  readonly longestKeyDays: number;
  /** For how long a restricted case is open to whoever gives a reason, in minutes. */
  readonly openingMinutes: number;
  /** The ids of services whose letters are approved by somebody else before they leave; `*` for all. */
  readonly lettersApprovedFor: readonly string[];
  readonly database: DatabaseSettings;
  /** Addresses of subgraphs that run apart, by name. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly token: TokenSettings;
  /** Origins of web pages from elsewhere that may ask. */
  readonly pageOrigins: readonly string[];
  readonly site: SiteSettings;
  readonly identity: IdentitySettings;
  readonly audit: AuditSettings;
  readonly sandbox: SandboxSettings;
  /** Figures by mail; null where there is none. */
  readonly post: PostSettings | null;
  readonly operations: OperationsSettings;
}

/** Files that come by the gateway's door or into the watched folder. */
export interface ImportSettings {
  /** Where they wait to be loaded. Absolute. */
  readonly spoolFolder: string;
  /** How many sources are imported side by side. */
  readonly atOnce: number;
  /** How long the file of a dry run, or of an import that failed, stays for a load. */
  readonly keptMillis: number;
  /** Where nightly extracts are put, in a folder for each source. Absolute; null where none is watched. */
  readonly watchedFolder: string | null;
  /** How long a file there has to stay as it is before it is taken. */
  readonly quietMillis: number;
}

export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Where the sign-in service's keys are; null for the demonstration's. */
  readonly jwksUrl: string | null;
  /** Where people sign in, for tools that ask the product itself. */
  readonly authorizationUrl: string | null;
  /** Where its tokens say what. */
  readonly claims: ClaimRules;
}

export interface DatabaseSettings {
  /** The owner's address; null for the embedded server. */
  readonly url: string | null;
  /** Owners of schemas that live elsewhere, by the subgraph's name. */
  readonly urlsOfSubgraphs: ReadonlyMap<string, string>;
}

/** Null outside production, where the demonstration makes keys of its own. */
export interface IdentitySettings {
  readonly privateKey: JsonWebKey | null;
  readonly publicKey: JsonWebKey | null;
}

export interface ReadSettings {
  /** What this process runs; by default all of it. */
  readonly part?: Part;
  /** The subgraphs that there are, to recognise a mistyped name. */
  readonly subgraphs?: readonly string[];
  /** The roles that there are, likewise. */
  readonly roles?: readonly string[];
}

/** Reads and checks all settings. Throws `SettingsError` with every problem at once. A blank setting is an unset one. */
export function readSettings(
  env: NodeJS.ProcessEnv,
  { part = 'all', subgraphs, roles }: ReadSettings = {},
): Settings {
  const filled = withoutBlanks(env);
  const problems: SettingProblem[] = [];
  const general = parse(generalModel, filled, problems);
  const ports = parse(portModel, filled, problems);
  const database = parse(databaseModel, filled, problems);
  const token = parse(tokenModel, filled, problems);
  const claims = parse(claimModel, filled, problems);
  const page = parse(pageModel, filled, problems);
  const site = parse(siteModel, filled, problems);
  const identity = parse(identityModel, filled, problems);
  const audit = parse(auditModel, filled, problems);
  const sandbox = parse(sandboxModel, filled, problems);
  const post = parse(postModel, filled, problems);
  const operations = parse(operationsModel, filled, problems);
  const tls = parse(tlsModel, filled, problems);
  const perSubgraph = readPerSubgraph(filled, subgraphs);
  problems.push(...perSubgraph.problems, ...productionProblems(filled, part));
  problems.push(...databaseTlsProblems(filled), ...sandboxProblems(filled), ...postProblems(filled));
  if (tls) problems.push(...tlsProblems(filled, tls, part));
  if (claims) problems.push(...claimProblems(claims, { roles, streams: subgraphs }));
  if (
    !general ||
    !ports ||
    !database ||
    !token ||
    !claims ||
    !page ||
    !site ||
    !identity ||
    !audit ||
    !sandbox ||
    !post ||
    !operations ||
    !tls ||
    problems.length > 0
  )
    throw new SettingsError(problems);
  const read = { general, ports, database, token, claims, page, site, identity, audit, sandbox, post };
  return assemble({ ...read, operations, tls, perSubgraph });
}

const THIS_MACHINE = '127.0.0.1';

interface Parsed {
  readonly general: z.output<typeof generalModel>;
  readonly ports: z.output<typeof portModel>;
  readonly database: z.output<typeof databaseModel>;
  readonly token: z.output<typeof tokenModel>;
  readonly claims: z.output<typeof claimModel>;
  readonly page: z.output<typeof pageModel>;
  readonly site: z.output<typeof siteModel>;
  readonly identity: z.output<typeof identityModel>;
  readonly audit: z.output<typeof auditModel>;
  readonly sandbox: z.output<typeof sandboxModel>;
  readonly post: z.output<typeof postModel>;
  readonly operations: z.output<typeof operationsModel>;
  readonly tls: z.output<typeof tlsModel>;
  readonly perSubgraph: PerSubgraph;
}

function assemble({
  general,
  ports,
  database,
  token,
  claims,
  page,
  site,
  identity,
  audit,
  sandbox,
  post,
  operations,
  tls,
  perSubgraph,
}: Parsed): Settings {
  const production = general.NODE_ENV === 'production';
  const dataDirectory = path.resolve(general.DATA_DIR);
  return {
    production,
    authority: general.AUTHORITY,
    dataDirectory,
    demonstration: general.DEMO === 'on' && !production,
    clock: general.TODAY === undefined ? systemClock : fixedClock(general.TODAY),
    importMaxBytes: general.IMPORT_MAX_BYTES,
    imports: importsOf(general),
    documents: documentSettings(general),
    tracesEndpoint: general.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    logLevel: general.LOG_LEVEL,
    gatewayPort: ports.GATEWAY_PORT,
    subgraphPort: ports.SUBGRAPH_PORT,
    metricsPort: ports.METRICS_PORT ?? null,
    bindAddress: ports.BIND_ADDRESS ?? (production ? null : THIS_MACHINE),
    tls: tlsFiles(tls),
    trustedProxies: ports.TRUSTED_PROXIES,
    smallNumbers: ports.SMALL_NUMBERS,
    longestKeyDays: ports.KEY_MAX_DAYS,
    openingMinutes: ports.BREAK_GLASS_MINUTES,
    lettersApprovedFor: ports.LETTERS_APPROVED_FOR,
    requestRate: { burst: ports.REQUESTS_AT_ONCE, perSecond: ports.REQUESTS_PER_SECOND },
    fileRate: { burst: ports.FILES_AT_ONCE, perSecond: ports.FILES_PER_SECOND },
    database: hideSecrets({ url: database.DATABASE_URL ?? null, urlsOfSubgraphs: perSubgraph.databaseUrls }, [
      'url',
      'urlsOfSubgraphs',
    ]),
    subgraphUrls: perSubgraph.subgraphUrls,
    token: {
      issuer: token.TOKEN_ISSUER,
      audience: token.TOKEN_AUDIENCE,
      jwksUrl: token.TOKEN_JWKS_URL ?? null,
      authorizationUrl: token.TOKEN_AUTHORIZATION_URL ?? null,
      claims: claimRulesOf(claims),
    },
    pageOrigins: page.CORS_ORIGINS,
    site: siteSettings(site, ports.SITE_PORT),
    identity: hideSecrets(
      { privateKey: identity.IDENTITY_PRIVATE_KEY ?? null, publicKey: identity.IDENTITY_PUBLIC_KEY ?? null },
      ['privateKey', 'publicKey'],
    ),
    audit: auditSettings(audit, general.DATA_DIR),
    sandbox: sandboxSettings(sandbox, { isProduction: production }),
    post: postSettings(post, {
      dataDirectory,
      isDemonstration: !production && token.TOKEN_JWKS_URL === undefined,
    }),
    operations: operationsSettings(operations, { production, dataDirectory }),
  };
}

const importsOf = (general: z.output<typeof generalModel>): ImportSettings => ({
  spoolFolder: path.resolve(general.IMPORT_SPOOL_FOLDER ?? path.join(general.DATA_DIR, 'spool')),
  atOnce: general.IMPORTS_AT_ONCE,
  keptMillis: general.IMPORT_KEPT_HOURS * 3_600_000,
  watchedFolder:
    general.IMPORT_WATCHED_FOLDER === undefined ? null : path.resolve(general.IMPORT_WATCHED_FOLDER),
  quietMillis: general.IMPORT_WATCHED_QUIET_SECONDS * 1_000,
});

/** One concern's settings; null with its problems added when they cannot be used. */
function parse<Model extends z.ZodType>(
  model: Model,
  env: Readonly<Record<string, string>>,
  problems: SettingProblem[],
): z.output<Model> | null {
  const result = model.safeParse(env);
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    problems.push({ setting: issue.path.join('.'), says: issue.message });
  return null;
}

function withoutBlanks(env: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(env).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}
