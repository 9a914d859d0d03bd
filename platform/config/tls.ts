import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { oneOf, plainText } from './fields';
import { isLoopback } from './loopback';
import type { Part } from './production';
import type { SettingProblem } from './settings-error';

/** How the parts that run apart are spoken to. */
export const tlsModel = z.object({
  TLS_CERT_FILE: plainText.optional(),
  TLS_KEY_FILE: plainText.optional(),
  PLAIN_BETWEEN_PARTS: oneOf(['on', 'off']).default('off'),
});

/** A server's certificate with the chain to its CA, and its key: PEM files. Absolute. */
export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
}

type Given = z.output<typeof tlsModel>;

/** Null where a server is spoken to without TLS. */
export const tlsFiles = ({ TLS_CERT_FILE, TLS_KEY_FILE }: Given): TlsFiles | null =>
  TLS_CERT_FILE === undefined || TLS_KEY_FILE === undefined
    ? null
    : { certificate: path.resolve(TLS_CERT_FILE), key: path.resolve(TLS_KEY_FILE) };

/** Parts that answer over TLS themselves; before the others stands what ends TLS for people's browsers. */
const ANSWERS: readonly Part[] = ['gateway', 'subgraph'];

/** What is wrong with the files of a server, and with addresses of parts that lead over a network in plain text. */
export function tlsProblems(
  env: Readonly<Record<string, string>>,
  given: Given,
  part: Part,
): SettingProblem[] {
  const problems: SettingProblem[] = [];
  const files = ['TLS_CERT_FILE', 'TLS_KEY_FILE'] as const;
  for (const [place, setting] of files.entries()) {
    const says = problemOf(given[setting], given[files[1 - place] ?? setting], part);
    if (says !== null) problems.push({ setting, says });
  }
  if (env.NODE_ENV !== 'production' || given.PLAIN_BETWEEN_PARTS === 'on') return problems;
  for (const [setting, url] of Object.entries(env))
    if (/^(SUBGRAPH_\w+_URL|SITE_GATEWAY_URL)$/.test(setting) && isPlainFar(url))
      problems.push({ setting, says: PLAIN });
  return problems;
}

const PLAIN =
  'begins with http:// and leads over a network, where anybody on the way can read what is answered. Write an address that begins with https:// (TLS_CERT_FILE), or set PLAIN_BETWEEN_PARTS=on where something else sees to it that nobody is on the way.';

function problemOf(file: string | undefined, other: string | undefined, part: Part): string | null {
  if (file === undefined)
    return other === undefined ? null : 'is not set, and its other half is. Write both, or neither.';
  if (!ANSWERS.includes(part))
    return part === 'import'
      ? null
      : 'is for a gateway or a subgraph that runs alone. Put a proxy that ends TLS before this one.';
  try {
    accessSync(file, constants.R_OK);
    return null;
  } catch {
    return 'leads to no file that can be read. Write where it is.';
  }
}

function isPlainFar(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLoopback(hostname);
}
