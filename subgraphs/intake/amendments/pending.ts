import type { Transaction } from '../../../platform/transaction/transaction';
import type { KeptRow } from '../load/types';

interface Pending {
  readonly id: number;
  readonly source: string;
  readonly decidedBy: string;
}

/** A row to record as somebody corrected it. */
export interface PendingCorrection extends Pending {
  readonly kind: 'correction';
  /** The file that the row came from. */
  readonly file: string;
  readonly row: KeptRow;
  readonly cells: Readonly<Record<string, string>>;
  /** The streams that whoever decided was cleared for then: it touches no row of another. Null for all. */
  readonly clearedFor: readonly string[] | null;
}

/** A run to undo. */
export interface PendingUndo extends Pending {
  readonly kind: 'undo';
  readonly runId: number;
}

/** A correction whose row is gone. */
export interface PendingLost extends Pending {
  readonly kind: 'lost';
}

/** What waits to be carried out. */
export type PendingAmendment = PendingCorrection | PendingUndo | PendingLost;

interface PendingRow {
  readonly id: number;
  readonly source: string;
  readonly decided_by: string;
  readonly undoes_run_id: number | null;
  readonly cells: Readonly<Record<string, string>> | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly raw: object | null;
  readonly cleared_for: readonly string[] | null;
}

/** What was decided before clearances were kept was decided by somebody cleared for its row, or by an admin. */
const CLEARED_FOR = `
  case when amendment.decided_as = 'admin' then null
    when amendment.decided_as is not null then amendment.cleared_for
    when amendment.owner is not null then array[amendment.owner] end`;

/** What people decided and no import has carried out, the oldest first. */
export async function pendingAmendments(transaction: Transaction): Promise<PendingAmendment[]> {
  const rows = await transaction.query<PendingRow>(
    `select amendment.id, amendment.source, amendment.decided_by, amendment.undoes_run_id, amendment.cells,
       run.file, coalesce(known.line, copy.line) as line, coalesce(known.raw, copy.raw) as raw,
       ${CLEARED_FOR} as cleared_for
     from intake.amendment
       left join intake.quarantined_row as known on known.id = amendment.row_id
       left join intake.fault as copy on copy.run_id = amendment.fault_run_id and copy.place = amendment.fault_place
       left join intake.import_run as run on run.id = coalesce(known.last_run_id, copy.run_id)
     where amendment.state = 'pending' order by amendment.id`,
  );
  return rows.map(pending);
}

function pending(row: PendingRow): PendingAmendment {
  const { id, source, decided_by: decidedBy, undoes_run_id, cells, file, line, raw } = row;
  if (undoes_run_id !== null) return { kind: 'undo', id, source, decidedBy, runId: undoes_run_id };
  if (file === null || line === null || raw === null) return { kind: 'lost', id, source, decidedBy };
  const clearedFor = row.cleared_for;
  return {
    kind: 'correction',
    id,
    source,
    decidedBy,
    file,
    row: { line, raw },
    cells: cells ?? {},
    clearedFor,
  };
}

/** Whether anything waits to be carried out. */
export async function hasPending(transaction: Transaction): Promise<boolean> {
  const rows = await transaction.query(`select from intake.amendment where state = 'pending' limit 1`);
  return rows.length > 0;
}
