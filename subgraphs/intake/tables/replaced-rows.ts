import { bigint, int, json, jsonb, key, nullable, text } from '../../../platform/tables/columns';
import { defineTable } from '../../../platform/tables/define-table';

/** That a run took rows for copies, or for older states, of what another run brought: it depends on that one. */
export const runBasis = defineTable({
  schema: 'intake',
  name: 'run_basis',
  columns: { run_id: key(bigint()), on_run_id: key(bigint()), rows: int() },
  indices: [{ name: 'run_basis_by_basis', columns: ['on_run_id', 'run_id'] }],
});

/** A held row as it was before a run replaced it. Personal data. */
export const replacedRow = defineTable({
  schema: 'intake',
  name: 'replaced_row',
  columns: {
    /** The run that replaced it. */
    run_id: key(bigint()),
    source: text(),
    identity: key(text()),
    content_hash: text(),
    last_updated: nullable(text()),
    keeper: nullable(text()),
    /** The run that it was held by. */
    held_run_id: bigint(),
    amendment_id: nullable(bigint()),
    line: int(),
    raw: json(),
  },
  indices: [
    { name: 'replaced_row_by_record', columns: ['source', 'identity', 'run_id'] },
    { name: 'replaced_row_by_line', columns: ['held_run_id', 'line'] },
  ],
});

/** Where a quarantined row had last been found before a run found it again. */
export const metAgain = defineTable({
  schema: 'intake',
  name: 'met_again',
  columns: {
    run_id: key(bigint()),
    row_id: key(text()),
    owner: nullable(text()),
    line: int(),
    reasons: jsonb(),
    met_run_id: bigint(),
  },
  indices: [{ name: 'met_again_by_line', columns: ['met_run_id', 'line'] }],
});

/** A record that an undone run had brought, by which it is known that it did. */
export const undoneRecord = defineTable({
  schema: 'intake',
  name: 'undone_record',
  columns: { run_id: key(bigint()), source: text(), record: key(text()), keeper: nullable(text()) },
  indices: [{ name: 'undone_record_by_record', columns: ['source', 'record'] }],
});

/** A record that is held though the source's newer files had no row that counts for it. */
export const vanishedRow = defineTable({
  schema: 'intake',
  name: 'vanished_row',
  columns: {
    source: text(),
    identity: key(text()),
    /** The first run that had none. */
    since_run_id: key(bigint()),
    /** The run that had one again; null while there is none. */
    until_run_id: nullable(bigint()),
    owner: nullable(text()),
  },
  indices: [{ name: 'vanished_row_by_record', columns: ['source', 'identity'] }],
});
