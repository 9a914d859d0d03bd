import { removedOmbudsmanCases } from '../../../contracts/record-sets/removed';
import type { RemovalBook } from '../../../platform/lists/read-removals';
import { viewOf } from '../../../platform/records/record-set';

/** Where it is kept which cases went: that the register does not name any more, or that are no longer their reader's. */
export const CASES_GONE: RemovalBook = {
  field: 'removedOmbudsmanCases',
  table: viewOf(removedOmbudsmanCases),
};
