import type { Transaction } from '../../../platform/transaction/transaction';

const WITHOUT_VALUES = (reasons: string): string => `(
  select coalesce(jsonb_agg(reason || '{"value": null}' order by nth), '[]')
  from jsonb_array_elements(${reasons}) with ordinality as listed (reason, nth))`;

/** Takes the values out of what was wrong with rows that were kept back: under which column a name stands nobody knows. */
export async function forgetValues(transaction: Transaction, rowIds: readonly string[]): Promise<void> {
  await transaction.query(
    `update intake.quarantined_row as kept set reasons = ${WITHOUT_VALUES('kept.reasons')} where id = any ($1)`,
    [rowIds],
  );
  await transaction.query(
    `update intake.met_again as kept set reasons = ${WITHOUT_VALUES('kept.reasons')} where row_id = any ($1)`,
    [rowIds],
  );
  await transaction.query(
    `update intake.fault as kept set value = null
     from (
       select last_run_id as run_id, line from intake.quarantined_row where id = any ($1)
       union select first_run_id, first_line from intake.quarantined_row where id = any ($1)
       union select met_run_id, line from intake.met_again where row_id = any ($1)) as met
     where kept.run_id = met.run_id and kept.line = met.line and kept.value is not null`,
    [rowIds],
  );
}

interface Decided {
  readonly source: string;
  readonly records: readonly string[];
  readonly rowIds: readonly string[];
  readonly copies: readonly { readonly run_id: number; readonly place: number }[];
}

/**
 * Takes out what people gave for rows and wrote about them; that they decided stays. Returns the amendments of them that nobody has
 * carried out yet.
 */
export async function forgetDecisions(
  transaction: Transaction,
  { source, records, rowIds, copies }: Decided,
): Promise<number[]> {
  const forgotten = await transaction.query<{ id: number; state: string }>(
    `with about as (
       select id from intake.amendment where row_id = any ($3)
       union select amendment_id from intake.held_row where source = $1 and identity = any ($2)
       union select amendment_id from intake.replaced_row where source = $1 and identity = any ($2)
       union select id from intake.amendment
         where (fault_run_id, fault_place) in (select * from unnest($4::bigint[], $5::int[]))),
     forgotten as (
       update intake.amendment as made set cells = null, reason = '[anonymised]'
       from about where made.id = about.id returning made.id, made.state)
     select id, state from forgotten`,
    [source, records, rowIds, copies.map(({ run_id }) => run_id), copies.map(({ place }) => place)],
  );
  await transaction.query(
    `update intake.likely_duplicate set reason = '[anonymised]' where reason is not null
       and ((one_source = $1 and one_record = any ($2)) or (other_source = $1 and other_record = any ($2)))`,
    [source, records],
  );
  return forgotten.filter(({ state }) => state === 'pending').map(({ id }) => id);
}
