import { parseArgs } from 'node:util';
import { ROLES } from '../../platform/identity/roles';

/** What is asked of the command. */
export type KeyCommand =
  | {
      readonly name: 'create';
      readonly role: string;
      readonly tool: string | null;
      readonly owner: string;
      readonly partner: string | null;
      readonly streams: readonly string[];
      readonly services: readonly string[];
      readonly addresses: readonly string[];
      readonly days: number;
    }
  | { readonly name: 'rotate'; readonly id: string; readonly days: number }
  | { readonly name: 'revoke'; readonly id: string; readonly reason: string }
  | { readonly name: 'list' };

/** How the command is used; told where it was asked for, and where it was used in another way. */
export const USAGE = `Usage: npm run --silent key -- COMMAND, where COMMAND is one of:
  create --role ROLE [--partner NAME] [--expires DAYS] [--name TOOL] [--owner POST]
         [--streams A,B] [--services A,B] [--addresses A,B]   makes a key, and prints its secret this once
  rotate ID [--expires DAYS]   makes a second key like a live one, which goes on
  revoke ID [--reason TEXT]    ends a key within a second
  list                         every key, one on a line, without secrets
ROLE is one of: ${ROLES.join(', ')}. A key holds for 90 days where nothing else is said.
`;

const USUAL_DAYS = 90;
const text = { type: 'string' } as const;
const OPTIONS = {
  role: text,
  partner: text,
  expires: text,
  name: text,
  owner: text,
  streams: text,
  services: text,
  addresses: text,
  reason: text,
} as const;

/** Which options each command takes. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  create: ['role', 'partner', 'expires', 'name', 'owner', 'streams', 'services', 'addresses'],
  rotate: ['expires'],
  revoke: ['reason'],
  list: [],
};

/** Reads the command's arguments; null where they are used in another way than the usage says. */
export function readKeyCommand(args: readonly string[]): KeyCommand | null {
  const parsed = parsedFrom(args);
  if (parsed === null) return null;
  const { values, command, rest } = parsed;
  const days = values.expires === undefined ? USUAL_DAYS : Number(values.expires);
  if (!Number.isSafeInteger(days)) return null;
  const [id, ...more] = rest;
  if (command === 'create' && id === undefined && values.role !== undefined)
    return {
      ...{ name: 'create', role: values.role, days, tool: values.name ?? null },
      ...{ owner: values.owner ?? 'Not said', partner: values.partner ?? null },
      streams: listed(values.streams),
      services: listed(values.services),
      addresses: listed(values.addresses),
    };
  if (command === 'list' && id === undefined) return { name: 'list' };
  if (id === undefined || more.length > 0) return null;
  if (command === 'rotate') return { name: 'rotate', id, days };
  if (command === 'revoke')
    return { name: 'revoke', id, reason: values.reason ?? 'Revoked on the command line' };
  return null;
}

function parsedFrom(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [command = '', ...rest] = positionals;
    const takes = Object.hasOwn(TAKES, command) ? TAKES[command] : undefined;
    const isUsedSo = takes !== undefined && Object.keys(values).every((name) => takes.includes(name));
    return isUsedSo ? { values, command, rest } : null;
  } catch {
    return null;
  }
}

const listed = (given = ''): string[] => given.split(',').filter((each) => each.trim() !== '');
