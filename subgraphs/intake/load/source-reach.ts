import { sourceReached } from '../../../contracts/events/source-reached';
import { publish } from '../../../platform/outbox/outbox';
import type { Transaction } from '../../../platform/transaction/transaction';

interface ReachRow {
  version: number;
  from: string | null;
  to: string | null;
  keepers: string[];
  loadedAt: Date | null;
}

/** Publishes of which days a source's runs in effect speak, after one was loaded or undone. */
export async function publishReach(transaction: Transaction, source: string): Promise<void> {
  const [row] = await transaction.query<ReachRow>(
    `with published as (
       insert into intake.source_reach as reach (source, version) values ($1, 1)
       on conflict (source) do update set version = reach.version + 1
       returning version),
     run as (select * from intake.import_run where source = $1 and state = 'loaded' and first_day is not null)
     select published.version::int as version,
       (select min(first_day) from run)::text as "from", (select max(last_day) from run)::text as "to",
       (select coalesce(array_agg(distinct keeper order by keeper), '{}')
        from run cross join lateral unnest(run.keepers) as keeper) as keepers,
       (select max(ended_at) from run) as "loadedAt"
     from published`,
    [source],
  );
  if (!row) throw new Error('The reach of a source was not written down');
  const { version, from, to, keepers, loadedAt } = row;
  await publish(transaction, 'intake', [
    sourceReached.event({
      subject: source,
      version,
      payload: { source, keepers, from, to, loadedAt: loadedAt?.toISOString() ?? null },
    }),
  ]);
}
