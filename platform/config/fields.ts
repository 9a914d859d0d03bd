import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { isAddressRange } from '../identity/address-list';
import { codeOf } from '../postgres/error-code';
import { contrastWithWhite } from './contrast';

const HIGHEST_PORT = 65_535;

/** A port to listen on; 0 takes any that is free. */
export const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= HIGHEST_PORT, {
    error: ({ input }) =>
      `is "${input}", which is no port. Write a whole number from 0 to ${HIGHEST_PORT}, such as 4000.`,
  })
  .transform(Number);

/** An address of a machine's own, as a number. */
export const ipAddress = z.string().refine((text) => isIP(text) !== 0, {
  error: ({ input }) =>
    `is "${input}", which is no address. Write 127.0.0.1 for this machine alone, or 0.0.0.0 for every network that it is in.`,
});

/** Addresses and networks of machines (CIDR, RFC 4632), divided by spaces or commas. */
export const addressRanges = z.string().transform((text, context) => {
  const named = text.split(/[\s,]+/).filter((each) => each !== '');
  const other = named.filter((each) => !isAddressRange(each));
  if (other.length === 0) return named;
  context.addIssue({
    code: 'custom',
    message: `holds "${other.join('", "')}". Write addresses such as 10.0.0.7, or networks such as 10.0.0.0/24.`,
  });
  return z.NEVER;
});

/** A number of bytes, at least one. */
export const bytes = z
  .string()
  .refine((text) => /^\d+$/.test(text) && Number(text) > 0 && Number.isSafeInteger(Number(text)), {
    error: ({ input }) =>
      `is "${input}", which is no size. Write a whole number of bytes, such as 2147483648.`,
  })
  .transform(Number);

/** How many of something, at least one. */
export const count = z
  .string()
  .refine((text) => /^[1-9]\d{0,8}$/.test(text), {
    error: ({ input }) => `is "${input}", which is no number of requests. Write a whole number, at least 1.`,
  })
  .transform(Number);

/** Restricted cases are open for eight hours at most: the database keeps no opening that is longer. */
const MOST_OPENING_MINUTES = 480;

/** For how long a restricted case is open to whoever gives a reason. */
export const openingMinutes = z
  .string()
  .refine((text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST_OPENING_MINUTES, {
    error: ({ input }) => `is "${input}". Write minutes from 1 to ${MOST_OPENING_MINUTES}, such as 60.`,
  })
  .transform(Number);

/** Ids of services divided by spaces, or `*` for all of them. */
export const serviceIds = z
  .string()
  .refine((text) => text.trim() === '' || /^(?:\*|[\w-]{1,100}(?:\s+[\w-]{1,100})*)$/.test(text.trim()), {
    error: ({ input }) =>
      `is "${input}". Write ids of services divided by spaces, such as: highways planning. Write * for all.`,
  })
  .transform((text) => text.split(/\s+/).filter((id) => id !== ''));

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly [Word, ...Word[]]) {
  return z.enum(words, { error: ({ input }) => `is "${input}". Write one of: ${words.join(', ')}.` });
}

/** A plain name: of an issuer, an audience, an authority. */
export const plainText = z.string().regex(/^[\x20-\x7e]{1,200}$/, {
  error: 'holds characters that it may not, or is longer than 200. Write plain text.',
});

/** A PostgreSQL address that names its server, so that each subgraph's own login can take the owner's place in it. */
export const postgresUrl = z.string().refine(isPostgresUrl, {
  error: 'is no address of a PostgreSQL server. Write postgres://OWNER:PASSWORD@HOST:PORT/DATABASE.',
});

/** An address over HTTP. */
export const httpUrl = z
  .string()
  .refine((text) => ['http:', 'https:'].includes(parsed(text)?.protocol ?? ''), {
    error: 'is no address that begins with http:// or https://. Write the whole address.',
  });

/** Origins of web pages (RFC 6454), divided by spaces or commas: what a browser says of a page, as it says it. */
export const origins = z.string().transform((text, context) => {
  const named = text.split(/[\s,]+/).filter((origin) => origin !== '');
  const other = named.filter((origin) => !isOrigin(origin));
  if (other.length === 0) return [...new Set(named)];
  context.addIssue({
    code: 'custom',
    message: `holds "${other.join('", "')}". Write origins such as https://intranet.example.gov.uk, with a port where there is one, without a path or a / at the end, in lower case; each by itself, since * would be every page that there is.`,
  });
  return z.NEVER;
});

/** One origin of web pages, as a browser says it. */
export const origin = z.string().refine(isOrigin, {
  error: ({ input }) =>
    `is "${input}". Write where people reach it, such as https://complaints.example.gov.uk: without a path or a / at the end, in lower case.`,
});

/** A server and its port. */
export const serverPlace = z.string().regex(/^[a-z\d](?:[a-z\d.-]*[a-z\d])?:\d{1,5}$/i, {
  // Not repeated: somebody may have written an address with its password.
  error:
    'is no server. Write a server and its port, such as database.example.gov.uk:5432, without a login or a database.',
});

/**
 * What a mail address may be written with: no quotes, blanks or comments, which headers read otherwise (RFC 5322), and no
 * percent sign or exclamation mark, by which old mail servers send a mail on to another domain (RFC 1123, 5.2.16).
 */
const MAIL_ADDRESS =
  /^[\w.#$&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;
const LONGEST_MAIL_ADDRESS = 254;

/** Whether the text is one plain mail address, and nothing more. */
export const isMailAddress = (text: string): boolean =>
  text.length <= LONGEST_MAIL_ADDRESS && MAIL_ADDRESS.test(text) && !/^\.|\.\.|\.@/.test(text);

/** A mail address. */
export const mailAddress = z.string().refine(isMailAddress, {
  error: 'is no mail address. Write it alone, such as complaints@example.gov.uk.',
});

/** Domains of mail addresses, divided by spaces or commas. */
export const mailDomains = z.string().transform((text, context) => {
  const named = text.split(/[\s,]+/).filter((each) => each !== '');
  const other = named.filter((each) => !isMailAddress(`somebody@${each}`));
  if (other.length === 0) return named.map((each) => each.toLowerCase());
  context.addIssue({
    code: 'custom',
    message: `holds "${other.join('", "')}". Write domains such as example.gov.uk, each by itself: what stands below one is another.`,
  });
  return z.NEVER;
});

const SECRET_CHARACTERS = 32;

/** A secret that nobody can guess. */
export const secret = z.string().min(SECRET_CHARACTERS, {
  error: `is shorter than ${SECRET_CHARACTERS} characters, and could be guessed. Write what "openssl rand -base64 32" prints.`,
});

/** Secrets that nobody can guess, divided by spaces: the one that holds, and those that held before it. */
export const secrets = z.string().transform((text, context) => {
  const named = text.split(/\s+/).filter((one) => one !== '');
  const refused = named.map((one) => secret.safeParse(one)).find(({ success }) => !success);
  if (refused?.error === undefined) return named;
  for (const { message } of refused.error.issues) context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** A colour that white text can be read on. */
export const colour = z
  .string()
  .refine((text) => /^#[0-9a-f]{6}$/i.test(text) && contrastWithWhite(text) >= 4.5, {
    error: ({ input }) =>
      `is "${input}". Write a colour such as #0b3a53, dark enough for white text on it (a contrast of 4.5 to 1, WCAG 2.2, 1.4.3).`,
  });

/** A directory, there already or not yet. */
export const directory = z.string().refine((text) => !isNoDirectory(text), {
  error: ({ input }) => `is "${input}", which is a file, or leads through one. Name a directory.`,
});

/** An ISO day that the calendar has. */
export const isoDay = z.string().refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text), {
  error: ({ input }) => `is "${input}", which is no day. Write a day such as 2022-01-31.`,
});

const KEY_ERROR =
  'is no key in JSON (a JWK). Write the key on one line, such as {"kty":"OKP","crv":"Ed25519",…}.';

/** A JSON Web Key. What kind of key it is, whoever uses it checks. */
export const jsonWebKey = z.string().transform((text, context) => {
  const key = z.looseObject({ kty: z.string() }).safeParse(jsonOf(text));
  if (key.success) return key.data;
  context.addIssue({ code: 'custom', message: KEY_ERROR });
  return z.NEVER;
});

function isOrigin(text: string): boolean {
  return /^https?:\/\/[^*]+$/.test(text) && parsed(text)?.origin === text;
}

/** Whether `text` is a file, or a place below one. Versions of Node.js differ in what they say of a place below a file. */
function isNoDirectory(text: string): boolean {
  const place = path.resolve(text);
  const isDirectory = directoryAt(place);
  if (isDirectory !== null) return !isDirectory;
  const above = path.dirname(place);
  return above !== place && isNoDirectory(above);
}

/** Null where nothing is; what may not be looked at is left to whoever opens it. */
function directoryAt(place: string): boolean | null {
  try {
    return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? null;
  } catch (error) {
    return codeOf(error) === 'ENOTDIR' ? null : true;
  }
}

function isPostgresUrl(text: string): boolean {
  const url = parsed(text);
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) return false;
  return url.hostname !== '' && url.username !== '' && url.pathname.length > 1;
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
