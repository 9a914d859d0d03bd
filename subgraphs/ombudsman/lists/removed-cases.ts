import type { RemovalBook } from '../../../platform/lists/read-removals';

/** Where loads note cases that the register does not name any more. */
export const CASES_GONE: RemovalBook = {
  ...{ field: 'removedOmbudsmanCases', table: 'ombudsman.case_gone' },
  ...{ id: 'id', moment: `date_trunc('milliseconds', gone_at)` },
};
