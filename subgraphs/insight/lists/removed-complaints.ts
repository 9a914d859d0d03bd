import { removedComplaints } from '../../../contracts/record-sets/removed';
import type { RemovalBook } from '../../../platform/lists/read-removals';
import { viewOf } from '../../../platform/records/record-set';

/** Where it is kept which complaints went: removed, part of another, or no longer their reader's. */
export const COMPLAINTS_GONE: RemovalBook = {
  field: 'removedComplaints',
  table: viewOf(removedComplaints),
};
