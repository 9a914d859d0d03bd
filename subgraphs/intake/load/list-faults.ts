import type { Transaction } from '../../../platform/transaction/transaction';
import type { Session } from './session';
import type { ControlTotal, RunFault } from './types';

/** Of a source, what its faults have to know. */
export interface Blame {
  readonly source: string;
  /** The column that identifies a row; null where it takes several. */
  readonly identityColumn: string | null;
  readonly controlTotal: ControlTotal | null;
}

/**
 * A run lists the faults of rows that were loaded, left out or quarantined, and the copies that were set aside though
 * they say something else. Of a plain copy nothing is listed: its faults were, when it was loaded.
 */
const ROW_FAULTS = `
  select fault.line, fault.ordinal, fault.nth, staged.owner, column_name, code, value, action, null::json as raw,
    staged.first_day, staged.last_day
  from staged_fault as fault join staged using (ordinal)
  where staged.kind <> 'taken' or exists (select from to_load where to_load.ordinal = fault.ordinal)`;

const CONFLICTS_IN_FILE = `
  select conflict.line, conflict.ordinal, -1, conflict.owner, $2::text, 'CONFLICTING_COPY', body.raw ->> $2::text,
    'Line ' || conflict.winning_line || ' is the same record, says something else and is no older: the later line '
      || 'holds. This one is kept in full with the faults of this import.'
      || coalesce(' (Sheet "' || (body.raw ->> '(sheet)') || '".)', ''),
    body.raw, conflict.first_day, conflict.last_day
  from conflict cross join lateral (
    select raw from staged_body where staged_body.ordinal = conflict.ordinal offset 0) as body`;

/** Found first, and the wide rows then looked up one by one: reading all of those takes long, and conflicts are few. */
const CONFLICT = `
  select staged.line, staged.ordinal, staged.owner, staged.first_day, staged.last_day, winner.line as winning_line
  from staged join winner using (identity)
  where staged.kind = 'taken' and staged.ordinal <> winner.ordinal
    and staged.content_hash <> winner.content_hash
    and staged.last_updated is not distinct from winner.last_updated`;

/**
 * The row held before is in an earlier file; where this file repeats it, it is listed with its line here. Only admins
 * see one that another keeper had.
 */
const CONFLICTS_WITH_HELD = `
  select staged.line, staged.ordinal, -1,
    case when held.keeper is not distinct from to_load.keeper then staged.owner end, $2::text, 'CONFLICTING_COPY', held.raw ->> $2::text,
    'An import before (run ' || held.run_id || ', line ' || held.line || ') held something else for the same record, '
      || 'and neither is newer: this line holds. The earlier one is kept in full with the faults of this import.',
    held.raw, staged.first_day, staged.last_day
  from to_load join staged using (ordinal)
    join intake.held_row as held on held.source = $1 and held.identity = to_load.identity
  where to_load.conflicts and not exists (
    select from staged as repeated
    where repeated.identity = to_load.identity and repeated.content_hash = held.content_hash)`;

/** The file's own fault, last among those of its line; none without a line. */
const CONTROL_TOTAL = `
  select $3::int, 2147483647, 0, null, null, 'CONTROL_TOTAL_MISMATCH', $4::text, $5::text, null, null, null where $3::int is not null`;

const LIST = `
  with conflict as materialized (${CONFLICT})
  insert into listed_fault (place, owner, line, column_name, code, value, action, raw, first_day, last_day)
  select row_number() over (order by line, ordinal, nth), owner, line, column_name, code, value, action, raw,
    first_day, last_day
  from (${[ROW_FAULTS, CONFLICTS_IN_FILE, CONFLICTS_WITH_HELD, CONTROL_TOTAL].join(' union all ')}) as fault`;

/** Lists the run's faults in the order of their lines. What is held must be as it was before the run. */
export async function listFaults(transaction: Transaction, blame: Blame): Promise<void> {
  const { source, identityColumn, controlTotal } = blame;
  const held = controlTotal ? await heldAfter(transaction, source) : 0;
  const mismatch = controlTotal && controlTotal.stages !== held ? controlTotal : null;
  await transaction.query(LIST, [
    source,
    identityColumn,
    mismatch?.line ?? null,
    mismatch?.written ?? null,
    mismatch ? controlTotalText(mismatch, held) : null,
  ]);
}

/** How many rows of the source will be held when this run is committed. */
async function heldAfter(transaction: Transaction, source: string): Promise<number> {
  const [row] = await transaction.query<{ held: number }>(
    `select ((select count(*) from intake.held_row where source = $1)
       + (select count(*) from to_load where not updated))::int as held`,
    [source],
  );
  return row?.held ?? 0;
}

function controlTotalText({ stages }: ControlTotal, held: number): string {
  const says = stages === null ? 'gives no number that can be read' : `says that the system holds ${stages}`;
  return `The Total line ${says}, and ${held} are held after this import. The import stands: compare with the system, and import a complete export if rows are missing.`;
}

const PAGE = 1_000;

/** The listed faults, page by page: there may be more than fit into memory. */
export async function* listedFaults(session: Session): AsyncGenerator<readonly RunFault[]> {
  for (let after = 0; ; after += PAGE) {
    const faults = await session.query<RunFault>(
      `select line, column_name as "column", code, value, action from listed_fault
       where place > $1 and place <= $2 order by place`,
      [after, after + PAGE],
    );
    if (faults.length === 0) return;
    yield faults;
  }
}
