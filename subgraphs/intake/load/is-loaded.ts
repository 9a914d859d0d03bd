import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import { inTransaction } from '../../../platform/transaction/transaction';

/** Whether the ledger says that this very file was loaded whole from this source, though it may have been undone since. */
export async function isLoaded(
  intake: DataSource,
  { source, file }: { source: string; file: string },
): Promise<boolean> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const rows = await inTransaction(intake, IMPORT_SCOPE, (transaction) =>
    transaction.query(
      `select 1 from intake.import_run where source = $1 and sha256 = $2 and state in ('loaded', 'undoing', 'undone') and kind = 'file' limit 1`,
      [source, hash.digest('hex')],
    ),
  );
  return rows.length > 0;
}
