import type { List } from '../../platform/lists/list';
import { entryOf } from './read-case';
import type { ShownEntry } from './refusals';
import type { TimelineEntryRow } from './tables';

/** The timeline of a complaint as a list, the newest first. */
export const timelineList = (schema: string): List<TimelineEntryRow, ShownEntry> => ({
  field: `${schema}Timeline`,
  table: `"${schema}".timeline_entry`,
  order: { place: 'int' },
  direction: 'desc',
  select: (rows) => `select * from "${schema}".timeline_entry ${rows}`,
  keyOf: ({ place }) => [place],
  nodeOf: (row) => ({ ...entryOf(row), complaintId: row.complaint_id }),
});
