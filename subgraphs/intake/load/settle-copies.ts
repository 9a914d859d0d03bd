import type { Transaction } from '../../../platform/transaction/transaction';
import { indexStaged } from './classify';
import type { Session } from './session';
import type { SettledCopy, VariedRecord } from './types';

const BATCH_RECORDS = 500;

/**
 * The records of which rows of this file differ in their text from each other, or from the one held, so that they may
 * still say the same. What was last changed on another day says something else in any case.
 */
const VARIED = `
  insert into varied (turn, identity)
  select row_number() over (order by identity) as turn, identity from (
    select identity from staged where kind = 'taken'
    group by identity, left(last_updated, 10) having min(content_hash) <> max(content_hash)
    union
    select staged.identity from staged
      join intake.held_row as held on held.source = $1 and held.identity = staged.identity
    where staged.kind = 'taken' and held.content_hash <> staged.content_hash
      and left(held.last_updated, 10) is not distinct from left(staged.last_updated, 10)
  ) as found`;

/** Finds them; `staged` must be complete. Returns whether there are any. */
async function findVaried(transaction: Transaction, source: string): Promise<boolean> {
  await indexStaged(transaction);
  await transaction.query(VARIED, [source]);
  await transaction.query('analyze varied');
  const found = await transaction.query('select from varied limit 1');
  if (found.length > 0) await transaction.query('create index staged_by_identity on staged (identity)');
  return found.length > 0;
}

interface VariedRow {
  readonly identity: string;
  readonly ordinal: number | null;
  readonly contentHash: string;
  readonly raw: object;
}

/** All their rows, batch by batch; of each record the held one first, then in the file's order. */
export async function* variedRecords(
  session: Session,
  source: string,
): AsyncGenerator<readonly VariedRecord[]> {
  if (!(await session.inScope((transaction) => findVaried(transaction, source)))) return;
  for (let after = 0; ; after += BATCH_RECORDS) {
    const rows = await session.inScope((transaction) =>
      transaction.query<VariedRow>(
        `select varied.identity, found.ordinal, found."contentHash", found.raw
         from varied cross join lateral (
           select null::int as ordinal, held.content_hash as "contentHash", held.raw from intake.held_row as held
           where held.source = $1 and held.identity = varied.identity
           union all
           select staged.ordinal, staged.content_hash, body.raw from staged join staged_body as body using (ordinal)
           where staged.kind = 'taken' and staged.identity = varied.identity) as found
         where varied.turn > $2 and varied.turn <= $3
         order by varied.turn, found.ordinal nulls first`,
        [source, after, after + BATCH_RECORDS],
      ),
    );
    if (rows.length === 0) return;
    yield byIdentity(rows);
  }
}

function byIdentity(rows: readonly VariedRow[]): readonly VariedRecord[] {
  const records = new Map<string, VariedRow[]>();
  for (const row of rows) {
    const found = records.get(row.identity) ?? [];
    records.set(row.identity, found);
    found.push(row);
  }
  return [...records.entries()].map(([identity, found]) => ({ identity, rows: found }));
}

/** Notes which rows say the same as which: from now on their contents are equal. */
export async function settleCopies(session: Session, copies: readonly SettledCopy[]): Promise<void> {
  if (copies.length === 0) return;
  await session.query(
    `with copy as (
       select * from jsonb_to_recordset($1::jsonb)
         as copy (ordinal int, "contentHash" text, "standsAt" int, "isExact" boolean, "isExacter" boolean)
     ), noted as (
       insert into settled_copy (ordinal, stands_at, is_exact, is_exacter)
       select ordinal, "standsAt", "isExact", "isExacter" from copy)
     update staged set content_hash = copy."contentHash" from copy where staged.ordinal = copy.ordinal`,
    [JSON.stringify(copies)],
  );
}
