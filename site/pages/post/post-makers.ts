import type { PostDesk } from '../../post/post-desk';
import type { PageMakers } from '../page-makers';

/** What the pages of mail are made with. */
export type PostMakers = Pick<PageMakers, 'page' | 'dataSource' | 'clock'> & { readonly desk: PostDesk };
