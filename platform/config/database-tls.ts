import { statSync } from 'node:fs';
import { isLoopback } from './loopback';
import type { SettingProblem } from './settings-error';

const MODES: readonly string[] = ['verify-full', 'disable'];
const HOW =
  'Write ?sslmode=verify-full behind it, with &sslrootcert=FILE for a CA of your own; or ?sslmode=disable where nobody else is on the way.';

/** What is wrong with how databases are spoken to: TLS that checks nobody, and in production none at all over a network. */
export function databaseTlsProblems(env: Readonly<Record<string, string>>): SettingProblem[] {
  return Object.entries(env).flatMap(([setting, value]) => {
    if (!/^(?:SANDBOX_)?DATABASE_URL(?:_\w+)?$/.test(setting) || !URL.canParse(value)) return [];
    const says = problemOf(new URL(value), env.NODE_ENV === 'production');
    return says === null ? [] : [{ setting, says }];
  });
}

function problemOf({ searchParams, hostname }: URL, production: boolean): string | null {
  const mode = searchParams.get('sslmode');
  const root = searchParams.get('sslrootcert');
  if (mode === null && production && !isLoopback(hostname))
    return `leads over a network, where anybody on the way can read and change what is in the database. ${HOW}`;
  if (mode !== null && !MODES.includes(mode))
    return `has sslmode=${mode.slice(0, 20)}, which does not check that it is your server. ${HOW}`;
  if (root === null) return null;
  if (mode !== 'verify-full') return `has an sslrootcert that is not used. ${HOW}`;
  return isFile(root)
    ? null
    : 'has an sslrootcert that leads to no file. Write where the certificate of your CA is.';
}

const isFile = (file: string): boolean => {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
};
