import type { Clock } from '../../../platform/config/clock';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import type { Transaction } from '../../../platform/transaction/transaction';
import { openSession, type Session } from '../load/session';
import type { KeptRow } from '../load/types';
import { type DuplicateSearchRow, type MatchKeysRow, matchKeys } from '../tables/duplicates';
import { hashMatchKeys, type SearchedRecord } from './match-keys';
import { pairUp } from './pair-up';

/** A held record whose content has not been searched. */
export interface UnsearchedRecord extends KeptRow {
  readonly record: string;
  readonly contentHash: string;
  /** Who keeps it, as it was written down. */
  readonly keeper: string | null;
}

/** A search for likely duplicates. Its methods are called in this order. */
export interface Search {
  /** The records of a source whose content has changed since it was searched. */
  unsearched(source: string, batchSize: number): AsyncIterable<readonly UnsearchedRecord[]>;
  /** Keeps what could show that records are duplicates, in place of what was kept of them. */
  keep(records: readonly SearchedRecord[]): Promise<void>;
  /** Compares everything that was kept; returns how many pairs are new. */
  pair(): Promise<number>;
  /** Gives lock and connection back. Always has to follow. */
  end(): Promise<void>;
}

/** How often the ledger has changed what is held, in SQL: it only ever grows. */
export const LEDGER_CHANGES = `(
  select count(*) filter (where state in ('loaded', 'undone')) + count(*) filter (where state = 'undone')
  from intake.import_run)`;

/** Whether imports have changed anything since everything was last searched, or somebody cancelled searching it. */
export async function hasUnsearched(transaction: Transaction): Promise<boolean> {
  const rows = await transaction.query(
    `select from intake.duplicate_search, (select ${LEDGER_CHANGES} as now) as ledger
     where ledger_changes <> ledger.now and not exists (select from intake.job where put_off_at = ledger.now)`,
  );
  return rows.length > 0;
}

/**
 * Begins a search; null while another is under way. Each step commits by itself, and none is done twice: killed at any
 * moment, a search is simply run again.
 */
export async function openSearch(
  intake: Parameters<typeof openSession>[0],
  clock: Clock,
): Promise<Search | null> {
  const session = await openSession(intake);
  try {
    const [lock] = await session.query<{ taken: boolean }>(
      'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken',
      ['intake.likely-duplicates'],
    );
    if (lock?.taken) return searchOn(session, { clock, from: await begin(session) });
    await session.end();
    return null;
  } catch (error) {
    await session.end();
    throw error;
  }
}

/** What is held when a search begins; what changes afterwards is searched the next time. */
type Beginning = Pick<DuplicateSearchRow, 'salt' | 'ledger_changes'>;

async function begin(session: Session): Promise<Beginning> {
  const [from] = await session.inScope((transaction) =>
    transaction.query<Beginning>(
      `select salt, ${LEDGER_CHANGES} as ledger_changes from intake.duplicate_search`,
    ),
  );
  if (!from) throw new Error('The search for likely duplicates has no salt');
  return from;
}

function searchOn(session: Session, { clock, from }: { clock: Clock; from: Beginning }): Search {
  const rowOf = hashMatchKeys(from.salt);
  return {
    unsearched: (source, batchSize) => unsearched(session, source, batchSize),
    keep: (records) => session.inScope((transaction) => keep(transaction, records.map(rowOf))),
    async pair() {
      const isUnpaired = await session.inScope(removeUnheld);
      const added = isUnpaired ? await pairUp(session, clock.now()) : 0;
      await session.inScope((transaction) =>
        transaction.query('update intake.duplicate_search set ledger_changes = $1, is_unpaired = false', [
          from.ledger_changes,
        ]),
      );
      return added;
    },
    end: () => session.end(),
  };
}

async function* unsearched(
  session: Session,
  source: string,
  batchSize: number,
): AsyncGenerator<readonly UnsearchedRecord[]> {
  for (let after = ''; ; ) {
    const batch = await session.inScope((transaction) =>
      transaction.query<UnsearchedRecord>(
        `select held.identity as record, held.content_hash as "contentHash", held.keeper, held.line, held.raw
         from intake.held_row as held
           left join intake.matter on matter.source = held.source and matter.record = held.identity
         where held.source = $1 and held.identity > $2 and held.content_hash is distinct from matter.content_hash
         order by held.identity limit $3`,
        [source, after, batchSize],
      ),
    );
    const last = batch.at(-1);
    if (last === undefined) return;
    yield batch;
    after = last.record;
  }
}

const UNPAIRED = 'update intake.duplicate_search set is_unpaired = true where not is_unpaired';

async function keep(transaction: Transaction, rows: readonly MatchKeysRow[]): Promise<void> {
  await transaction.query(UNPAIRED);
  await bulkUpsert(transaction, matchKeys, rows);
}

/** Removes the keys of records that are no longer held. Returns whether anything has changed since all were compared. */
async function removeUnheld(transaction: Transaction): Promise<boolean> {
  const gone = await transaction.query(
    `with gone as (
       delete from intake.matter where not exists (
         select from intake.held_row as held where held.source = matter.source and held.identity = matter.record)
       returning 1)
     select from gone limit 1`,
  );
  if (gone.length > 0) await transaction.query(UNPAIRED);
  const rows = await transaction.query('select from intake.duplicate_search where is_unpaired');
  return rows.length > 0;
}
