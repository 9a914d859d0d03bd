import type { RemovalBook } from '../../../platform/lists/read-removals';

/** Where the projection notes complaints that were removed, or became part of another. */
export const COMPLAINTS_GONE: RemovalBook = {
  ...{ field: 'removedComplaints', table: 'insight.complaint_gone' },
  ...{ id: 'complaint_id', moment: 'gone_at' },
};
