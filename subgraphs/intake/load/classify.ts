import type { Day } from '../../../domain/calendar/day';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { Session } from './session';
import type { HeldRow, RecordToLoad, RunCounts } from './types';

/**
 * Of the rows of a file with one identity, the newest holds; of equally new ones, the later line. Moments sort as
 * text by their bytes, whatever the database's collation. Of copies that say the same the most exact holds.
 */
const WINNERS = `
  insert into winner (ordinal, line, content_hash, identity, last_updated, keeper, turn_of)
  select distinct on (identity) ordinal, line, content_hash, identity, last_updated, keeper, turn_of
  from staged left join settled_copy using (ordinal) where kind = 'taken'
  order by identity, last_updated collate "C" desc nulls last, coalesce(stands_at, ordinal) desc,
    is_exact desc nulls last, ordinal desc`;

/**
 * A moment after the day of the import decides nothing, and neither does one that was held before that was known: it
 * would hold for ever.
 */
const HELD = `
  select identity, content_hash, keeper, case when left(last_updated, 10) <= $2 then last_updated end as last_updated
  from intake.held_row where source = $1`;

/**
 * Against what is held already: the same content is a copy, and so is a row older than the one held. Of equally new
 * ones with other content, this file's holds.
 */
const TO_LOAD = `
  insert into to_load (turn, ordinal, identity, keeper, updated, conflicts)
  select
    row_number() over (order by winner.turn_of, winner.ordinal),
    winner.ordinal, winner.identity, winner.keeper,
    held.identity is not null,
    held.identity is not null and settled_copy.is_exacter is not true
      and held.last_updated is not distinct from winner.last_updated
  from winner left join (${HELD}) as held on held.identity = winner.identity left join settled_copy using (ordinal)
  where held.identity is null
    or (held.content_hash <> winner.content_hash
      and (held.last_updated collate "C" > winner.last_updated collate "C") is not true
      and (held.last_updated is null or winner.last_updated is not null))`;

/** The rows held before whose records may be kept by somebody else than the new ones: few, if any. */
const REPLACED = `
  insert into replaced (ordinal, line, raw)
  select to_load.ordinal, held.line, held.raw
  from to_load join intake.held_row as held on held.source = $1 and held.identity = to_load.identity
  where to_load.updated and held.keeper is distinct from to_load.keeper`;

/** Makes the staged rows quick to look up; no row may follow, and calling it again does nothing. */
export async function indexStaged(transaction: Transaction): Promise<void> {
  const [index] = await transaction.query<{ there: boolean }>(
    `select to_regclass('pg_temp.staged_by_ordinal') is not null as there`,
  );
  if (index?.there) return;
  // The wide rows are only ever looked up by their ordinal: a sample of them would cost more than it is worth.
  await transaction.query('create unique index staged_by_ordinal on staged (ordinal)');
  await transaction.query('analyze staged, staged_fault');
}

/** Decides on a day which staged rows hold, and in which order they are to be recorded. */
export async function classify(
  transaction: Transaction,
  { source, today }: { source: string; today: Day },
): Promise<void> {
  await indexStaged(transaction);
  await transaction.query(WINNERS);
  await transaction.query('analyze winner');
  await transaction.query(TO_LOAD, [source, today]);
  await transaction.query('analyze to_load');
  await transaction.query(REPLACED, [source]);
}

/**
 * The held row that keeps a correction from being counted: one that says the same or is no older, or one of a part that
 * whoever decided was not cleared for (null for somebody who was for all). Null where there is none.
 */
export async function rowInTheWay(
  transaction: Transaction,
  { source, clearedFor }: { source: string; clearedFor: readonly string[] | null },
): Promise<HeldRow | null> {
  const rows = await transaction.query<HeldRow>(
    `select held.identity, held.line, held.raw
     from winner join intake.held_row as held on held.source = $1 and held.identity = winner.identity
       left join to_load using (ordinal)
     where to_load.ordinal is null or to_load.conflicts
       or ($2::text[] is not null and (held.keeper = any ($2)) is not true)
     limit 1`,
    [source, clearedFor],
  );
  return rows[0] ?? null;
}

/** The records to hand on, in batches: parents' stages before their children's, then in the file's order. */
export async function* recordsToLoad(
  session: Session,
  batchSize: number,
): AsyncGenerator<readonly RecordToLoad[]> {
  let after = 0;
  let next = page(session, after, batchSize);
  for (;;) {
    const batch = await next;
    if (batch.length === 0) return;
    after += batchSize;
    // The next batch is read while this one is recorded.
    next = page(session, after, batchSize);
    next.catch(() => undefined);
    yield batch;
  }
}

async function page(session: Session, after: number, batchSize: number): Promise<RecordToLoad[]> {
  const rows = await session.query<PagedRecord>(
    `select to_load.ordinal, to_load.identity, to_load.keeper, body.record, replaced.line, replaced.raw
     from to_load join staged_body as body using (ordinal) left join replaced using (ordinal)
     where turn > $1 and turn <= $2
     order by turn`,
    [after, after + batchSize],
  );
  return rows.map(({ ordinal, identity, keeper, record, line, raw }) => ({
    ordinal,
    keeper,
    record: JSON.parse(record),
    replaces: line === null || raw === null ? null : { identity, line, raw },
  }));
}

interface PagedRecord {
  readonly ordinal: number;
  readonly identity: string;
  readonly keeper: string;
  readonly record: string;
  readonly line: number | null;
  readonly raw: object | null;
}

/**
 * Counts what became of the rows. Throws when they do not add up to `read`: a row would have been lost or doubled,
 * so nothing may be committed.
 */
export async function countRows(transaction: Transaction, read: number): Promise<RunCounts> {
  const [row] = await transaction.query<Omit<RunCounts, 'read'>>(
    `select loads.loaded, loads.updated, kinds.taken - loads.loaded as copies,
       kinds.left_out as "leftOut", kinds.quarantined
     from (select count(*)::int as loaded, (count(*) filter (where updated))::int as updated from to_load) as loads,
       (select (count(*) filter (where kind = 'taken'))::int as taken,
          (count(*) filter (where kind = 'leftOut'))::int as left_out,
          (count(*) filter (where kind = 'quarantined'))::int as quarantined
        from staged) as kinds`,
  );
  if (!row) throw new Error('The rows of this import were not counted');
  const counts = { read, ...row };
  assertAddsUp(counts);
  return counts;
}

/** Throws unless every row read is loaded, a copy, left out or quarantined. */
export function assertAddsUp({ read, loaded, copies, leftOut, quarantined }: RunCounts): void {
  const sum = loaded + copies + leftOut + quarantined;
  if (read === sum) return;
  throw new Error(
    `The import does not add up: ${read} rows read, but ${loaded} loaded, ${copies} copies, ${leftOut} left out and ${quarantined} quarantined make ${sum}`,
  );
}
