import type { ListedChange } from '../../../gateway/dictionary/change-list';

/** Something that is not as it was published. */
export type Change = Pick<ListedChange, 'kind' | 'part' | 'what' | 'concerns'>;

/** Who relies on what changed. */
export const CALLERS = 'callers of the graph';
export const RECORD_READERS = 'files, OData and SQL';
export const FIGURE_READERS = 'readers of figures';

/** The scopes of partners decide which recordSets are theirs. */
export { PARTNERS } from '../../../gateway/dictionary/change-list';
