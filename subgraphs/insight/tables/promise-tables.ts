import type { PublishedPromise } from '../../../contracts/events/promise-changed';
import { bigint, jsonb, key, text } from '../../../platform/tables/columns';
import { defineTable, type RowIn } from '../../../platform/tables/define-table';

/** What the answers to one complaint promised, as its stream published it. */
export const promiseFact = defineTable({
  schema: 'insight',
  name: 'promise_fact',
  columns: {
    complaint_id: key(text()),
    authority: text(),
    /** The stream's name in the schema's enum. */
    stream: text(),
    /** In the order in which they were made. */
    promises: jsonb<readonly PublishedPromise[]>(),
    version: bigint(),
  },
});
export type PromiseFactRow = RowIn<typeof promiseFact>;
