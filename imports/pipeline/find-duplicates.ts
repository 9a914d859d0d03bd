import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/config/clock';
import { openSearch, type SearchedRecord, type UnsearchedRecord } from '../../subgraphs/intake/subgraph';
import { rawCells } from '../corrections';
import type { Facts, Hashed, Source } from '../source';

/** What a search for likely duplicates takes. */
export interface FindDuplicates {
  readonly sources: Readonly<Record<string, Source<Hashed>>>;
  readonly facts: Facts;
  /** Logged in as intake. */
  readonly intake: DataSource;
  readonly clock: Clock;
  /** Told of each batch how many records it had; where it throws, the search ends and suggests nothing. */
  afterBatch?(records: number): void;
  /** Called before pairs are suggested; where it throws, none is. */
  beforePairing?(): Promise<void>;
}

const BATCH_RECORDS = 1_000;

/**
 * Searches the held records that have changed since they were searched, and suggests those that may be one complaint with a
 * record of another system. It changes no record and merges nothing. Killed at any moment it goes on where it was.
 * Returns how many pairs are new; none while another search is under way, which will find them.
 */
export async function findDuplicates(on: FindDuplicates): Promise<number> {
  const { sources, facts, intake, clock } = on;
  const search = await openSearch(intake, clock);
  if (search === null) return 0;
  try {
    for (const source of Object.values(sources)) {
      if (source.matchKeys === undefined) continue;
      for await (const batch of search.unsearched(source.name, BATCH_RECORDS)) {
        await search.keep(batch.map((held) => searched(held, { source, facts })));
        on.afterBatch?.(batch.length);
      }
    }
    await on.beforePairing?.();
    return await search.pair();
  } finally {
    await search.end();
  }
}

/** A row that is no longer a record has no match keys. */
function searched(
  { record, contentHash, keeper, line, raw }: UnsearchedRecord,
  { source, facts }: { source: Source<Hashed>; facts: Facts },
): SearchedRecord {
  const mapped = source.map({ line, cells: rawCells(raw) }, { ...facts, isHeld: true });
  const known = { source: source.name, record, contentHash };
  if (mapped.kind !== 'taken') return { ...known, owner: keeper, matchKeys: null };
  const placed = source.place(mapped.record);
  const owner = placed.owner === undefined ? placed.keeper : placed.owner;
  return { ...known, owner, matchKeys: source.matchKeys?.(mapped.record) ?? null };
}
