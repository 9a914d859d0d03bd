import type { JobKind } from '../tables/jobs';

/** What one process at a time works on, on however many machines: none of them waits for another. */
export type Lane = 'imports' | 'search' | 'rebuild';

/** The kinds of long work in each lane, and the number of the lock of whoever works on them, in SQL. */
export const LANES: Readonly<Record<Lane, { readonly kinds: readonly JobKind[]; readonly lock: string }>> = {
  imports: { kinds: ['import', 'dry_run'], lock: `hashtextextended('intake.jobs', 0)` },
  search: { kinds: ['search'], lock: `hashtextextended('intake.jobs/search', 0)` },
  rebuild: { kinds: ['rebuild'], lock: `hashtextextended('intake.jobs/rebuild', 0)` },
};
