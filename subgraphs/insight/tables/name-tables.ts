import type { FaultsCounted } from '../../../contracts/events/faults-counted';
import type { StreamDescribed } from '../../../contracts/events/stream-described';
import {
  bigint,
  boolean,
  day,
  instant,
  int,
  jsonb,
  key,
  nullable,
  text,
  texts,
  withDefault,
} from '../../../platform/tables/columns';
import { defineTable } from '../../../platform/tables/define-table';

/** Directory's service, as its latest event named it. */
export const service = defineTable({
  schema: 'insight',
  name: 'service',
  columns: {
    id: key(text()),
    name: text(),
    former_names: texts(),
    directorate_id: text(),
    directorate: text(),
    version: bigint(),
  },
});

/** Directory's directorate. */
export const directorate = defineTable({
  schema: 'insight',
  name: 'directorate',
  columns: { id: key(text()), name: text(), version: bigint() },
});

/** One line of the team's list of what was recorded when; `measure` is the name as written there. */
export const coverage = defineTable({
  schema: 'insight',
  name: 'coverage',
  columns: {
    /** The stream's name in the schema's enum. */
    stream: key(text()),
    measure: key(text()),
    recorded_from: key(day()),
    recorded_to: nullable(day()),
    granularity: text(),
    /** It is as if the line had never been: only its version is of use. */
    taken_back: withDefault(boolean(), false),
    version: bigint(),
  },
});

/** Of which days an inherited system's records speak; null while nothing of it is loaded. */
export const sourceReach = defineTable({
  schema: 'insight',
  name: 'source_reach',
  columns: {
    source: key(text()),
    keepers: texts(),
    from_day: nullable(day()),
    to_day: nullable(day()),
    loaded_at: nullable(instant()),
    version: bigint(),
  },
});

/** How much of a keeper's records (a stream's, `ombudsman`, `calls`) waits to be put right. */
export const openFault = defineTable({
  schema: 'insight',
  name: 'open_fault',
  columns: {
    keeper: key(text()),
    open_faults: int(),
    quarantined_rows: int(),
    version: bigint(),
    /** By the months that they speak of; null where that was not told. */
    months: nullable(jsonb<FaultsCounted['months']>()),
  },
});

/** How a stream described itself. */
export const streamDescribed = defineTable({
  schema: 'insight',
  name: 'stream_described',
  columns: { stream: key(text()), description: jsonb<StreamDescribed>(), version: bigint() },
});
