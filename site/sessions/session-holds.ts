import type { Clock } from '../../platform/config/clock';
import { type DataSource, inTransaction } from '../../platform/transaction/transaction';
import { hashOf } from './seal';
import { IDLE_MILLIS } from './sessions';

/** Whether a session goes on. Asking is no use of it: a page that stands open alone keeps nobody signed in. */
export function createSessionHolds({
  dataSource,
  clock,
}: {
  readonly dataSource: DataSource;
  readonly clock: Clock;
}): (id: string) => Promise<boolean> {
  return (id) =>
    inTransaction(dataSource, { subject: 'site', role: 'site' }, async ({ query }) => {
      const now = clock.now();
      const rows = await query(
        'select from site.session where id_hash = $1 and ends_at > $2 and used_at > $3',
        [...[hashOf(id), now, new Date(now.getTime() - IDLE_MILLIS)]],
      );
      return rows.length > 0;
    });
}
