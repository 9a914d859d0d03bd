import type { List, Narrow } from '../../../platform/lists/list';
import { lockName } from '../../../platform/transaction/lock-name';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { ApiKeyRow } from '../tables';

/** How a key stands, as the schema has it. */
export type KeyState = 'LIVE' | 'EXPIRED' | 'REVOKED';

/** A key with how it stands and how it was used. */
export type KeyShown = ApiKeyRow & {
  readonly state: KeyState;
  readonly last_used_at: Date | null;
  readonly refused: number;
  readonly last_refused_at: Date | null;
};

/** The clock of the database is the one that all gateways share. */
export const KEYS = `(select k.*, u.last_used_at, u.refused, u.last_refused_at,
    case when k.revoked_at is not null then 'REVOKED' when k.expires_at <= now() then 'EXPIRED' else 'LIVE' end as state
  from access.api_key k join access.key_use u on u.key_id = k.id) key`;

/** Which keys are asked for. */
export interface KeyFilter {
  readonly states?: readonly KeyState[] | null | undefined;
}

/** Keys, the newest first. */
export const KEY_LIST: List<KeyShown, KeyShown> = {
  field: 'keys',
  table: KEYS,
  order: { made_at: 'timestamptz', id: 'text' },
  direction: 'desc',
  select: (rows) => `select * from ${KEYS} ${rows}`,
  keyOf: ({ made_at, id }) => [made_at.toISOString(), id],
  nodeOf: (key) => key,
};

/** Makes conditions of a filter. */
export const narrowKeys =
  ({ states }: KeyFilter): Narrow =>
  (conditions) => {
    if (states) conditions.add(`state = any(${conditions.bind(states, 'text[]')})`);
  };

/** One key; null where there is none. */
export const readKey = (transaction: Transaction, id: string): Promise<KeyShown | null> =>
  readOne(transaction, 'id = $1', id);

/** The key that a command made; null where it made none. */
export const keyMadeBy = (transaction: Transaction, command: string): Promise<KeyShown | null> =>
  readOne(transaction, 'command = $1', command);

/** The live keys of a tool, for records or for the sandbox, the newest first. Others who make keys for it, or end them, wait for this transaction. */
export async function lockLiveKeys(
  transaction: Transaction,
  { name, is_sandbox }: Pick<ApiKeyRow, 'name' | 'is_sandbox'>,
): Promise<KeyShown[]> {
  const folded = name.toLowerCase();
  await lockName(transaction, `access.tool/${folded}`);
  return transaction.query<KeyShown>(
    `select * from ${KEYS} where lower(name) = $1 and is_sandbox = $2 and state = 'LIVE' order by made_at desc`,
    [folded, is_sandbox],
  );
}

async function readOne(transaction: Transaction, where: string, value: string): Promise<KeyShown | null> {
  const rows = await transaction.query<KeyShown>(`select * from ${KEYS} where ${where}`, [value]);
  return rows[0] ?? null;
}
