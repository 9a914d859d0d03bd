import type { List } from '../../../platform/lists/list';
import type { OperationContext } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { AmendmentKind, AmendmentRow } from '../tables/amendments';

/** What somebody decides: the rest of an amendment is the caller's, the clock's and the future's. */
export interface Decision {
  readonly kind: AmendmentKind;
  readonly source: string;
  readonly owner: string | null;
  readonly about:
    | { readonly rowId: string }
    | { readonly faultRunId: number; readonly faultPlace: number }
    | { readonly undoesRunId: number };
  readonly cells?: Readonly<Record<string, string>>;
  readonly acceptedFaults?: readonly string[];
  readonly reason: string;
}

/** Those that a run has to carry out. */
const CARRIED_OUT: ReadonlySet<AmendmentKind> = new Set(['correct', 'separate', 'undo']);

/** Keeps a decision in the caller's name. The program that carries decisions out looks for it. */
export async function decide(
  { transaction, identity, clock }: OperationContext,
  decision: Decision,
): Promise<AmendmentRow> {
  const { kind, source, owner, about, cells, acceptedFaults, reason } = decision;
  const waits = CARRIED_OUT.has(kind);
  const [kept] = await transaction.query<AmendmentRow>(
    `insert into intake.amendment
       (id, kind, source, owner, row_id, fault_run_id, fault_place, undoes_run_id, cells, accepted_faults, reason,
        decided_by, decided_at, state, decided_as, cleared_for)
     values (nextval('intake.amendment_number'), $1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, $12, $13, $14, $15)
     returning *`,
    [
      kind,
      source,
      owner,
      'rowId' in about ? about.rowId : null,
      'faultRunId' in about ? about.faultRunId : null,
      'faultRunId' in about ? about.faultPlace : null,
      'undoesRunId' in about ? about.undoesRunId : null,
      cells === undefined ? null : JSON.stringify(cells),
      acceptedFaults ?? null,
      reason.trim(),
      identity.subject,
      clock.now(),
      waits ? 'pending' : 'done',
      identity.role,
      identity.role === 'admin' ? [] : identity.streams,
    ],
  );
  if (!kept) throw new Error('A decision was not kept');
  return kept;
}

/** Amendments by their numbers; null for one that is not there, or not the caller's to see. */
export async function amendmentsOf(
  transaction: Transaction,
  ids: readonly number[],
): Promise<(AmendmentRow | null)[]> {
  const rows = await transaction.query<AmendmentRow>('select * from intake.amendment where id = any($1)', [
    ids,
  ]);
  return ids.map((id) => rows.find((row) => row.id === id) ?? null);
}

/** Amendments, the newest first. */
export const AMENDMENTS: List<AmendmentRow, AmendmentRow> = {
  field: 'amendmentsConnection',
  table: 'intake.amendment',
  order: { id: 'bigint' },
  direction: 'desc',
  select: (rows) => `select * from intake.amendment ${rows}`,
  keyOf: ({ id }) => [id],
  nodeOf: (row) => row,
};

/** What was decided about each of these quarantined rows, the oldest first. */
export async function amendmentsOfRows(
  transaction: Transaction,
  rowIds: readonly string[],
): Promise<AmendmentRow[][]> {
  const rows = await transaction.query<AmendmentRow>(
    'select * from intake.amendment where row_id = any($1) order by id',
    [rowIds],
  );
  return rowIds.map((id) => rows.filter(({ row_id }) => row_id === id));
}

/** What was decided about each of these copies, known by the ids of their faults, the oldest first. */
export async function amendmentsOfCopies(
  transaction: Transaction,
  faultIds: readonly string[],
): Promise<AmendmentRow[][]> {
  const rows = await transaction.query<AmendmentRow>(
    `select amendment.* from unnest($1::text[]) as requested (id)
     join intake.amendment on fault_run_id = split_part(requested.id, '-', 1)::bigint
       and fault_place = split_part(requested.id, '-', 2)::int
     order by amendment.id`,
    [faultIds],
  );
  const idOf = ({ fault_run_id, fault_place }: AmendmentRow) => `${fault_run_id}-${fault_place}`;
  return faultIds.map((id) => rows.filter((row) => idOf(row) === id));
}

/** Whether two sets of cells say the same. */
export function saysTheSame(
  one: Readonly<Record<string, string>> | null,
  other: Readonly<Record<string, string>>,
): boolean {
  const cells = one ?? {};
  return (
    Object.keys(cells).length === Object.keys(other).length &&
    Object.entries(other).every(([column, value]) => cells[column] === value)
  );
}
