import { hash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { fixedClock } from '../../../platform/config/clock';
import { inTransaction } from '../../../platform/transaction/transaction';
import type { SearchedRecord } from './match-keys';
import { openSearch } from './search';

/** A record with what a test does not care for filled in. */
export const aRecord = (
  source: string,
  record: string,
  {
    owner = source,
    ...given
  }: Partial<SearchedRecord['matchKeys']> & { readonly owner?: string | null } = {},
): SearchedRecord => ({
  ...{ source, record, owner, contentHash: hash('sha256', JSON.stringify([source, record, given])) },
  matchKeys: {
    ...{ receivedOn: '2021-05-04', names: [], email: null, postcode: null, words: [] },
    ...{ references: [], namesReferences: [], ...given },
  },
});

const asImport = <Row>(
  intake: DataSource,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> =>
  inTransaction(intake, { subject: 'test', role: 'import' }, (transaction) =>
    transaction.query<Row>(sql, parameters),
  );

/** Holds these records, in place of what is held of them. */
export const hold = (intake: DataSource, records: readonly SearchedRecord[]): Promise<unknown> =>
  asImport(
    intake,
    `insert into intake.held_row (source, identity, content_hash, run_id, line, raw, keeper)
     select source, record, "contentHash", 1, 2, '{}', owner
     from json_to_recordset($1) as row (source text, record text, "contentHash" text, owner text)
     on conflict (source, identity) do update set content_hash = excluded.content_hash, keeper = excluded.keeper`,
    [JSON.stringify(records)],
  );

/** Removes held records; all of them where none are given. */
export const release = (intake: DataSource, records: readonly string[] | null = null): Promise<unknown> =>
  asImport(intake, 'delete from intake.held_row where $1::text[] is null or identity = any($1)', [records]);

/** Searches what is held and was not searched, which has to be among `records`. Returns how many pairs were new. */
export async function search(intake: DataSource, records: readonly SearchedRecord[]): Promise<number> {
  const opened = await openSearch(intake, fixedClock('2022-01-31'));
  if (opened === null) throw new Error('Another search is under way');
  try {
    for (const source of new Set(records.map((each) => each.source))) {
      for await (const batch of opened.unsearched(source, 10)) {
        const requested = new Set(batch.map(({ record }) => record));
        await opened.keep(records.filter((each) => each.source === source && requested.has(each.record)));
      }
    }
    return await opened.pair();
  } finally {
    await opened.end();
  }
}

/** A pair as a test describes it: both records, and why. */
export interface ListedPair {
  readonly records: string;
  readonly reasons: readonly string[];
}

/** The pairs that are kept, in the order of their records. */
export async function pairs(intake: DataSource): Promise<ListedPair[]> {
  return asImport<ListedPair>(
    intake,
    `select * from (
       select one_source || '/' || one_record || ' ' || other_source || '/' || other_record as records, reasons
       from intake.likely_duplicate) as pair
     order by records collate "C"`,
  );
}
