import type { CallsCounted } from '../../../contracts/events/calls-counted';
import { bigint, day, int, jsonb, key, text } from '../../../platform/tables/columns';
import { defineTable } from '../../../platform/tables/define-table';

/** How many telephone calls one day had, as telephony counted them. A day whose calls were removed keeps its version. */
export const callDay = defineTable({
  schema: 'insight',
  name: 'call_day',
  columns: {
    authority: key(text()),
    offered_on: key(day()),
    calls: int(),
    /** By the group of staff that they were routed to. */
    groups: jsonb<CallsCounted['groups']>(),
    version: bigint(),
  },
});
