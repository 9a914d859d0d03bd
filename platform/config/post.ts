import path from 'node:path';
import { z } from 'zod';
import { mailAddress, mailDomains, plainText, secret } from './fields';
import { hideSecrets } from './hide-secrets';
import type { SettingProblem } from './settings-error';

/** Where mail goes: a server that passes it on, or a folder that holds it as files. */
const mailTarget = z.string().refine(isTarget, {
  // Not repeated: it may hold a password.
  error:
    'is no place for mail. Write smtp://LOGIN:PASSWORD@mail.example.gov.uk:587, smtps:// with port 465, or file:FOLDER.',
});

/** Figures by mail: where it goes, from whom, to whom, and by which key its figures are asked for. */
export const postModel = z.object({
  SMTP_URL: mailTarget.optional(),
  POST_FROM: mailAddress.optional(),
  POST_DOMAINS: mailDomains.optional(),
  POST_KEY: secret.and(plainText).optional(),
});

/** A mail server. Over a network it is spoken to by TLS alone. */
export interface SmtpTarget {
  readonly kind: 'smtp';
  readonly host: string;
  readonly port: number;
  /** Whether TLS begins with the connection; else by STARTTLS. */
  readonly isTls: boolean;
  readonly user: string | null;
  readonly password: string | null;
}

export interface PostSettings {
  readonly to: SmtpTarget | { readonly kind: 'folder'; readonly folder: string };
  /** Whom mail is from. */
  readonly from: string;
  /** The domains that mail may go to, in lower case. */
  readonly domains: readonly string[];
  /** The key by which figures are asked for; null for the demonstration's own program. */
  readonly key: string | null;
}

/** What the demonstration writes as, and to whom: names that nobody has (RFC 2606). */
const DEMONSTRATION = { from: 'complaints@council.example', domains: ['council.example'] };

/** The settings of mail as the product uses them; null where there is none. */
export function postSettings(
  given: z.output<typeof postModel>,
  { dataDirectory, isDemonstration }: { readonly dataDirectory: string; readonly isDemonstration: boolean },
): PostSettings | null {
  const { SMTP_URL, POST_FROM, POST_DOMAINS, POST_KEY } = given;
  if (SMTP_URL === undefined && !isDemonstration) return null;
  return hideSecrets(
    {
      to: targetOf(SMTP_URL ?? `file:${path.join(dataDirectory, 'post')}`),
      from: POST_FROM ?? DEMONSTRATION.from,
      domains: POST_DOMAINS ?? DEMONSTRATION.domains,
      key: POST_KEY ?? null,
    },
    ['key'],
  );
}

const NEEDS = [
  ['SMTP_URL', 'Write where mail goes, such as smtps://LOGIN:PASSWORD@mail.example.gov.uk.'],
  ['POST_FROM', 'Write the address that mail is from.'],
  ['POST_DOMAINS', 'Write the domains that mail may go to, such as example.gov.uk.'],
  [
    'POST_KEY',
    'Write the secret of a key of the role analyst (npm run --silent key -- create --role analyst).',
  ],
] as const;

/** What mail lacks where one of its settings is written. `env` holds no blank settings. */
export function postProblems(env: Readonly<Record<string, string>>): SettingProblem[] {
  const isDemonstration = env.NODE_ENV !== 'production' && env.TOKEN_JWKS_URL === undefined;
  if (isDemonstration) return [];
  const missing = NEEDS.filter(([setting]) => env[setting] === undefined);
  if (missing.length === NEEDS.length) return [];
  return missing.map(([setting, what]) => ({
    setting,
    says: `is not set, and other settings of mail are. ${what}`,
  }));
}

function isTarget(text: string): boolean {
  if (text.startsWith('file:')) return folderOf(text) !== '';
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  return ['smtp:', 'smtps:'].includes(protocol) && hostname !== '' && /^\/?$/.test(pathname);
}

const folderOf = (text: string): string => text.slice('file:'.length).replace(/^\/\/(?=\/)/, '');

function targetOf(text: string): PostSettings['to'] {
  if (text.startsWith('file:')) return { kind: 'folder', folder: path.resolve(folderOf(text)) };
  const url = new URL(text);
  const isTls = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  return hideSecrets(
    {
      ...{ kind: 'smtp' as const, host: url.hostname.replace(/^\[|\]$/g, ''), isTls },
      port: Number(url.port || (isTls ? TLS_PORT : SUBMISSION_PORT)),
      user: user === '' ? null : user,
      password: user === '' ? null : decodeURIComponent(url.password),
    },
    ['password'],
  );
}

/** RFC 8314. */
const TLS_PORT = 465;
/** RFC 6409. */
const SUBMISSION_PORT = 587;
