import { isDay } from '../../../domain/calendar/day';
import type { Conditions } from '../../../platform/lists/conditions';
import {
  type List,
  type ListPage,
  type Narrow,
  type PageArguments,
  readList,
} from '../../../platform/lists/list';
import { readDay } from '../../../platform/server/read-day';
import type { OperationContext } from '../../../platform/server/subgraph';
import { type ByRecord, byRecord, type RecordKey } from '../lineage/loaders';
import { ownersOf } from '../lists/owners';
import type { LikelyDuplicateRow } from '../tables/duplicates';

/** What a list of pairs can be narrowed by. */
interface DuplicateFilter {
  readonly states?: readonly string[] | null | undefined;
  readonly sources?: readonly string[] | null | undefined;
  readonly streams?: readonly string[] | null | undefined;
  /** What `streams` were asked for by before. */
  readonly owners?: readonly string[] | null | undefined;
  readonly receivedFrom?: unknown;
  readonly receivedTo?: unknown;
}

const held = (record: 'one' | 'other') => `exists (
  select from intake.held_row as held
  where held.source = pair.${record}_source and held.identity = pair.${record}_record)`;

/** Both records are held, and the caller may see them: the records themselves are checked as well. */
export const BOTH_HELD = `${held('one')} and ${held('other')}`;

const LIST: List<LikelyDuplicateRow, LikelyDuplicateRow> = {
  field: 'likelyDuplicates',
  table: 'intake.likely_duplicate as pair',
  order: { strength: 'int', id: 'text' },
  direction: 'desc',
  select: (rows) => `select * from intake.likely_duplicate as pair ${rows}`,
  keyOf: ({ strength, id }) => [strength, id],
  nodeOf: (pair) => pair,
};

/** Lists pairs, the likeliest first. Throws BAD_USER_INPUT that names the argument. */
export function likelyDuplicates(
  context: Pick<OperationContext, 'transaction'>,
  { where, ...paging }: PageArguments & { readonly where?: DuplicateFilter | null | undefined },
): Promise<ListPage<LikelyDuplicateRow>> {
  return readList(context, LIST, { paging, filter: where ?? {}, narrow: () => conditionsOf(where ?? {}) });
}

/** A pair by its id; null where there is none of which the caller may see both records. */
export async function likelyDuplicateOf(
  { transaction }: Pick<OperationContext, 'transaction'>,
  id: string,
): Promise<LikelyDuplicateRow | null> {
  const [pair] = await transaction.query<LikelyDuplicateRow>(
    `select * from intake.likely_duplicate as pair where id = $1 and ${BOTH_HELD}`,
    [id],
  );
  return pair ?? null;
}

const conditionsOf =
  ({ states, sources = null, streams, owners = null, ...days }: DuplicateFilter): Narrow =>
  (conditions) => {
    narrowToReceipt(conditions, days);
    conditions.add(BOTH_HELD);
    conditions.isOneOf('state', states?.map((state) => state.toLowerCase()) ?? null, 'text');
    for (const [column, values] of [
      ['source', sources],
      ['owner', ownersOf(streams)],
      ['owner', owners],
    ] as const) {
      if (values === null) continue;
      conditions.add(`array[one_${column}, other_${column}] && ${conditions.bind(values, 'text[]')}`);
    }
  };

/** Either record was received on one of the days; one of which no day was noted may have been. */
function narrowToReceipt(
  conditions: Conditions,
  { receivedFrom, receivedTo }: Pick<DuplicateFilter, 'receivedFrom' | 'receivedTo'>,
): void {
  const from = readDay('where.receivedFrom', receivedFrom, isDay);
  const to = readDay('where.receivedTo', receivedTo, isDay);
  if (from === null && to === null) return;
  const [first, last] = [conditions.bind(from, 'date'), conditions.bind(to, 'date')];
  const isWithin = (column: string) =>
    `(${column} is null or (${column} >= coalesce(${first}, '-infinity') and ${column} <= coalesce(${last}, 'infinity')))`;
  conditions.add(`(${isWithin('one_received_on')} or ${isWithin('other_received_on')})`);
}

const pairsOf = (record: 'one' | 'other') => `
  select requested.*, pair.* from unnest($1::text[], $2::text[]) as requested (source, record)
    join intake.likely_duplicate as pair
      on pair.${record}_source = requested.source and pair.${record}_record = requested.record
  where ${BOTH_HELD}`;

/** Reads the pairs of records, those of one operation together. */
export const duplicatesOfRecord = (context: OperationContext): ByRecord<LikelyDuplicateRow[]> =>
  byRecord(
    context,
    `select * from (${pairsOf('one')} union all ${pairsOf('other')}) as pair order by strength desc, id desc`,
    (rows: (LikelyDuplicateRow & RecordKey)[]) => rows,
  );
