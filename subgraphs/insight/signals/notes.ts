import { groupBy } from '../../../platform/tables/group-by';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { SignalNoteRow, SignalState } from './signal-tables';

/** What somebody found out about a signal. */
export interface SignalNote {
  readonly version: number;
  readonly text: string;
  readonly state: SignalState;
  readonly writtenBy: string;
  readonly writtenAt: string;
}

/** All that was found out about some signals, by their ids, the newest first. */
export async function readNotes(
  transaction: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly SignalNote[]>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction.query<SignalNoteRow>(
    `select signal_id, version, text, state, written_by, written_at from insight.signal_note
     where signal_id = any ($1) order by signal_id, version desc`,
    [ids],
  );
  const grouped = groupBy(rows, ({ signal_id }) => signal_id);
  return new Map([...grouped].map(([id, own]) => [id, own.map(noteOf)]));
}

/** Keeps a note. */
export async function keepNote(transaction: Transaction, row: SignalNoteRow): Promise<SignalNote> {
  await transaction.query(
    `insert into insight.signal_note (signal_id, version, text, state, written_by, written_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.signal_id, row.version, row.text, row.state, row.written_by, row.written_at],
  );
  return noteOf(row);
}

const noteOf = (row: SignalNoteRow): SignalNote => ({
  ...{ version: row.version, text: row.text, state: row.state },
  ...{ writtenBy: row.written_by, writtenAt: row.written_at.toISOString() },
});
