import {
  bigint,
  day,
  int,
  json,
  jsonb,
  key,
  nullable,
  text,
  texts,
  withDefault,
} from '../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../platform/tables/define-table';

/** The present state of one row of a source: the row that holds, and where it came from. Personal data. */
export const heldRow = defineTable({
  schema: 'intake',
  name: 'held_row',
  columns: {
    source: key(text()),
    identity: key(text()),
    content_hash: text(),
    last_updated: nullable(text()),
    run_id: bigint(),
    line: int(),
    /** The row as it came, in full, or as it was corrected. JSON as written and not `jsonb`: it is kept, not searched. */
    raw: json(),
    /** The kind of record that it is kept as; null for rows held since before this was written down. */
    keeper: nullable(text()),
    /** The correction by which it is held; null for a row as it came. */
    amendment_id: nullable(bigint()),
  },
  indices: [{ name: 'held_row_by_line', columns: ['run_id', 'line'] }],
});

/** A fault that a run listed, in the order in which it listed them. */
export const fault = defineTable({
  schema: 'intake',
  name: 'fault',
  columns: {
    run_id: key(bigint()),
    place: key(int()),
    /** The part that the row belongs to; null where the row does not say, and for a fault of the file. */
    owner: nullable(text()),
    line: int(),
    column_name: nullable(text()),
    code: text(),
    value: nullable(text()),
    action: text(),
    /**
     * `mapped` once its word was given a meaning; a copy is `confirmed` as one, or `separated` as a record of its own
     * (`separating` until an import has done it). `replaced` once another run made it no longer true, `dismissed` while its
     * quarantined row is.
     */
    state: withDefault(
      text<'open' | 'mapped' | 'confirmed' | 'separating' | 'separated' | 'replaced' | 'dismissed'>(),
      'open',
    ),
    /** A copy that does not hold, in full; null for every other fault. Personal data. */
    raw: nullable(json()),
    /** The amendment that last changed the state. */
    amendment_id: nullable(bigint()),
    /** The first and the last day that its row speaks of; null where it speaks of none, or this was not noted yet. */
    first_day: nullable(day()),
    last_day: nullable(day()),
    /** The run that made it no longer true (`load/settle-faults.ts`); with it, and only then, it is `replaced`. */
    replaced_by_run_id: nullable(bigint()),
  },
  checks: [
    {
      name: 'fault_states',
      expression: `state in ('open', 'mapped', 'confirmed', 'separating', 'separated', 'replaced', 'dismissed')`,
    },
    {
      name: 'fault_replaced',
      expression: `(state = 'replaced') = (replaced_by_run_id is not null)`,
    },
  ],
  indices: [
    { name: 'fault_by_code', columns: ['code', 'run_id', 'place'] },
    { name: 'fault_by_state', columns: ['state', 'run_id', 'place'] },
    { name: 'fault_by_line', columns: ['run_id', 'line'] },
    { name: 'fault_open_by_owner', columns: ['owner'], where: `(state = 'open'::text)` },
    { name: 'fault_open_by_day', columns: ['last_day', 'first_day'], where: `(state = 'open'::text)` },
    { name: 'fault_by_replacer', columns: ['replaced_by_run_id'], where: '(replaced_by_run_id IS NOT NULL)' },
    { name: 'fault_by_owner', columns: ['owner', 'run_id', 'place'] },
  ],
});

export type FaultRow = RowIn<typeof fault>;

/** A row that could not be counted as it came. Personal data. */
export const quarantinedRow = defineTable({
  schema: 'intake',
  name: 'quarantined_row',
  columns: {
    source: key(text()),
    content_hash: key(text()),
    /** 1 for the first row of this content in its file. A later load of the same rows adds none. */
    occurrence: key(int()),
    /** Made of the three before, so that a list can name the row without its content. */
    id: text(),
    /** The part that the row belongs to, where it says so. */
    owner: nullable(text()),
    /** Where the row was first found; with that run, what lists are ordered by. Neither ever changes. */
    first_line: int(),
    line: int(),
    raw: json<object>(),
    /** What is wrong with it: column, code, value and action of each fault. */
    reasons: jsonb<readonly { readonly code: string }[]>(),
    /** The codes of the reasons, each once: what is counted. */
    codes: nullable(texts()),
    first_run_id: bigint(),
    last_run_id: bigint(),
    /** `correcting` until an import has carried the correction out. */
    state: withDefault(text<'open' | 'correcting' | 'corrected' | 'dismissed'>(), 'open'),
    /** The amendment that last changed the state. */
    amendment_id: nullable(bigint()),
    /** The day on which it says that it was received, the first and the last of several; null where it says none. */
    first_day: nullable(day()),
    last_day: nullable(day()),
  },
  checks: [
    {
      name: 'quarantined_row_states',
      expression: `state in ('open', 'correcting', 'corrected', 'dismissed')`,
    },
  ],
  indices: [
    { name: 'quarantined_row_by_id', columns: ['id'], unique: true },
    { name: 'quarantined_row_in_order', columns: ['first_run_id', 'first_line', 'id'] },
    {
      name: 'quarantined_row_open_by_day',
      columns: ['last_day', 'first_day'],
      where: `(state = 'open'::text)`,
    },
    { name: 'quarantined_row_by_line', columns: ['last_run_id', 'line'] },
    { name: 'quarantined_row_by_owner', columns: ['owner', 'first_run_id', 'first_line', 'id'] },
    { name: 'quarantined_row_tallied', columns: ['first_run_id', 'owner', 'state', 'codes'] },
    { name: 'quarantined_row_by_state', columns: ['state', 'first_run_id', 'first_line', 'id'] },
  ],
});
export type QuarantinedRow = RowIn<typeof quarantinedRow>;
