import { randomBytes, randomUUID } from 'node:crypto';
import type { AuditSigner } from '../../platform/audit/signer';
import { systemClock } from '../../platform/config/clock';
import { type ListPage, readList } from '../../platform/lists/list';
import type { Transaction } from '../../platform/transaction/transaction';
import {
  createKey,
  KEY_LIST,
  type KeyMade,
  type KeyShown,
  revokeKey,
  rotateKey,
} from '../../subgraphs/access/subgraph';
import type { KeyCommand } from './arguments';

/** What a command prints, and whether it did what was asked. */
export interface KeyOutcome {
  readonly lines: readonly string[];
  readonly isDone: boolean;
}

/** As whom the audit log names whoever uses the command: they own the database, and signed in nowhere. */
export const COMMAND_LINE = { subject: 'command-line', role: 'admin' } as const;

interface Doing {
  readonly transaction: Transaction;
  readonly longestKeyDays: number;
  readonly auditSigner: AuditSigner;
}

/** Does what was asked, in the caller's transaction. */
export async function doKeyCommand(asked: KeyCommand, doing: Doing): Promise<KeyOutcome> {
  const context = contextOf(doing);
  if (asked.name === 'list') return { isDone: true, lines: await allKeys(doing) };
  if (asked.name === 'revoke') {
    const ended = await revokeKey(context, asked);
    return ended.__typename === 'KeyRevoked'
      ? { isDone: true, lines: [lineOf(ended.key)] }
      : { isDone: false, lines: [ended.message] };
  }
  const command = randomUUID();
  const made =
    asked.name === 'rotate'
      ? await rotateKey(context, { command, id: asked.id, expiresInDays: asked.days })
      : await createKey(context, { command, key: written(asked) });
  return made.__typename === 'KeyMade'
    ? { isDone: true, lines: [secretOf(made)] }
    : { isDone: false, lines: [made.message] };
}

function contextOf({ transaction, longestKeyDays, auditSigner }: Doing) {
  const identity = { ...COMMAND_LINE, scopes: ['keys'], streams: [], services: [], partner: null };
  return {
    ...{ identity, transaction, longestKeyDays, auditSigner },
    clock: systemClock,
    requestId: `command-${randomUUID()}`,
  };
}

/** A tool that nobody named is one of its own, so that each key can be made beside the others. */
const written = ({ tool, days, role, ...key }: Extract<KeyCommand, { name: 'create' }>) => ({
  ...key,
  role,
  name: tool ?? `${role} tool ${randomBytes(4).toString('hex')}`,
  expiresInDays: days,
});

const secretOf = ({ key, secret }: KeyMade): string =>
  JSON.stringify({ id: key.id, secret, expiresAt: key.expires_at.toISOString() });

async function allKeys({ transaction }: Doing): Promise<string[]> {
  const lines: string[] = [];
  let after: string | null = null;
  do {
    const page: ListPage<KeyShown> = await readList({ transaction }, KEY_LIST, {
      paging: { first: 200, after },
    });
    lines.push(...page.edges.map(({ node }) => lineOf(node)));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return lines;
}

const lineOf = ({ id, name, owner, role, partner, state, ...key }: KeyShown): string =>
  JSON.stringify({
    ...{ id, name, owner, role, partner, state },
    expiresAt: key.expires_at.toISOString(),
    lastUsedAt: key.last_used_at?.toISOString() ?? null,
  });
