import type { Transaction } from '../transaction/transaction';
import type { NamedCommand } from './named-command';

/**
 * A command that was done before, as the schema's `command_done` has it. Null where its key is new; TAKEN where the key is that
 * of somebody else's command, or of another one.
 */
export async function doneBefore<Row extends { readonly subject: string; readonly fingerprint: string }>(
  transaction: Transaction,
  { schema, subject }: { readonly schema: string; readonly subject: string },
  { key, fingerprint }: NamedCommand,
): Promise<Row | 'TAKEN' | null> {
  const [row] = await transaction.query<Row>(`select * from "${schema}".command_done where key = $1`, [key], {
    isRepeated: true,
  });
  if (row === undefined) return null;
  return row.subject === subject && row.fingerprint === fingerprint ? row : 'TAKEN';
}
