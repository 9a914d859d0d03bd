import type { Transaction } from '../../../platform/transaction/transaction';
import { indexStaged } from './classify';

/** The column that says at which stage a record is, and what is done about a row that says another. */
export interface StageColumn {
  readonly column: string;
  readonly action: string;
}

/** Rows of the file whose record is held at another stage, by the same keeper. */
const OTHER_THAN_HELD = `
  select staged.ordinal from staged join intake.held_row as held
    on held.source = $1 and held.identity = staged.identity and held.keeper = staged.keeper
  where staged.kind = 'taken' and held.content_hash <> staged.content_hash
    and btrim(held.raw ->> $2) <> staged.turn_of::text`;

/** And those whose record is not held, and stands at another stage in an earlier line. */
const OTHER_THAN_BEFORE = `
  select staged.ordinal from (
    select distinct on (identity, keeper) identity, keeper, turn_of from staged
    where kind = 'taken' and identity in (
      select identity from staged where kind = 'taken' group by identity having min(turn_of) <> max(turn_of))
    order by identity, keeper, ordinal) as first
  join staged on staged.identity = first.identity and staged.keeper = first.keeper
    and staged.turn_of <> first.turn_of
  where staged.kind = 'taken' and not exists (
    select from intake.held_row as held
    where held.source = $1 and held.identity = staged.identity and held.keeper = staged.keeper)`;

/**
 * A reference that comes back with another stage is no newer state of its record: the stage that is held stays, else the
 * one that the file has first, and the row is quarantined. One that somebody else keeps now has changed its kind instead.
 */
export async function keepStages(
  transaction: Transaction,
  { source, column, action }: StageColumn & { readonly source: string },
): Promise<void> {
  await indexStaged(transaction);
  await transaction.query(
    `with other as (${OTHER_THAN_HELD} union ${OTHER_THAN_BEFORE}), told as (
       insert into staged_fault (ordinal, nth, line, column_name, code, value, action)
       select ordinal, 900, staged.line, $2, 'OTHER_STAGE_HELD', body.raw ->> $2, $3
       from other join staged using (ordinal) join staged_body as body using (ordinal))
     update staged set kind = 'quarantined', identity = null, last_updated = null, keeper = null, turn_of = null
     from other where other.ordinal = staged.ordinal`,
    [source, column, action],
  );
}
