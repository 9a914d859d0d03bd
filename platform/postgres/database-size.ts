import type { DataSource } from 'typeorm';
import { defineGauge } from '../metrics/gauge';
import { knownParts } from '../metrics/known-names';
import type { Family } from '../metrics/metric';
import { inTransaction } from '../transaction/transaction';

const size = defineGauge({
  name: 'complaints_database_bytes',
  help: 'How large the database of each part is on its disk; parts that share one tell the same.',
  labels: { part: knownParts },
});

/** Opens no rows: the size of a database belongs to nobody. */
const WATCHER = { subject: 'watcher', role: 'watcher' };

/** How large the database of a part is. */
export async function readDatabaseSize(name: string, dataSource: DataSource): Promise<Family> {
  const [row] = await inTransaction(dataSource, WATCHER, (transaction) =>
    transaction.query<{ bytes: string }>('select pg_database_size(current_database())::text as bytes'),
  );
  return size([[{ part: knownParts.add(name) }, Number(row?.bytes ?? 0)]]);
}
