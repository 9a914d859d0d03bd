import { type Page, type PageOf, pageOf, readPage } from '../../../platform/server/paging';
import type { OperationContext } from '../../../platform/server/subgraph';
import { Conditions } from '../faults/narrowing';
import { type ByRecord, byRecord, type RecordKey } from '../lineage/loaders';
import type { LikelyDuplicateRow } from '../tables/duplicates';

/** What a list of pairs can be narrowed by: null where a part does not narrow. */
interface Narrowing {
  readonly states: readonly string[] | null;
  readonly sources: readonly string[] | null;
  readonly owners: readonly string[] | null;
}

/** A page of pairs, and what its `totalCount` is worked out from when somebody asks. */
export interface DuplicatePage extends PageOf<LikelyDuplicateRow> {
  readonly narrowing: Narrowing;
}

const held = (record: 'one' | 'other') => `exists (
  select from intake.held_row as held
  where held.source = pair.${record}_source and held.identity = pair.${record}_record)`;

/** Both records are held, and the caller's to see: that is asked of the records themselves as well. */
export const BOTH_HELD = `${held('one')} and ${held('other')}`;

/** Lists pairs, the likeliest first. Throws BAD_USER_INPUT that names the argument. */
export async function likelyDuplicates(
  { transaction }: Pick<OperationContext, 'transaction'>,
  {
    where,
    ...paging
  }: {
    readonly where?: { readonly [Part in keyof Narrowing]?: Narrowing[Part] | undefined } | null | undefined;
    readonly first?: number | null | undefined;
    readonly after?: string | null | undefined;
  },
): Promise<DuplicatePage> {
  const page = readPage(paging, { question: ['likelyDuplicates', where ?? {}], key: [1, 'id'] });
  const { states = null, sources = null, owners = null } = where ?? {};
  const narrowing = { states: states?.map((state) => state.toLowerCase()) ?? null, sources, owners };
  const conditions = conditionsOf(narrowing);
  const rows = await transaction.query<LikelyDuplicateRow>(pageSql(conditions, page), conditions.values);
  const keyOf = ({ strength, id }: LikelyDuplicateRow) => [strength, id];
  return { narrowing, ...pageOf(page, rows, { keyOf, nodeOf: (pair) => pair }) };
}

/** How many pairs the list of a page has in all. */
export async function duplicateTotal(
  { narrowing }: DuplicatePage,
  { transaction }: Pick<OperationContext, 'transaction'>,
): Promise<number> {
  const conditions = conditionsOf(narrowing);
  const rows = await transaction.query<{ count: number }>(
    `select count(*)::int as count from intake.likely_duplicate as pair where ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.count ?? 0;
}

function conditionsOf({ states, sources, owners }: Narrowing): Conditions {
  const conditions = new Conditions();
  conditions.add(BOTH_HELD);
  conditions.isOneOf('state', states, 'text');
  for (const [column, values] of [
    ['source', sources],
    ['owner', owners],
  ] as const) {
    if (values === null) continue;
    conditions.add(`array[one_${column}, other_${column}] && ${conditions.bind(values, 'text[]')}`);
  }
  return conditions;
}

function pageSql(conditions: Conditions, { size, after }: Page): string {
  if (after !== null) {
    const [strength, id] = after;
    conditions.add(`(strength, id) < (${conditions.bind(strength, 'int')}, ${conditions.bind(id, 'text')})`);
  }
  return `select * from intake.likely_duplicate as pair
    where ${conditions.sql} order by strength desc, id desc limit ${conditions.bind(size + 1, 'int')}`;
}

const pairsOf = (record: 'one' | 'other') => `
  select asked.*, pair.* from unnest($1::text[], $2::text[]) as asked (source, record)
    join intake.likely_duplicate as pair
      on pair.${record}_source = asked.source and pair.${record}_record = asked.record
  where ${BOTH_HELD}`;

/** Reads the pairs of records, those of one operation together. */
export const duplicatesOfRecord = (context: OperationContext): ByRecord<LikelyDuplicateRow[]> =>
  byRecord(
    context,
    `select * from (${pairsOf('one')} union all ${pairsOf('other')}) as pair order by strength desc, id desc`,
    (rows: (LikelyDuplicateRow & RecordKey)[]) => rows,
  );
