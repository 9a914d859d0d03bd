import type { SiteMakers } from '../page-makers';
import type { Example } from './examples';

/** What the pages by which one asks the graph are made with. */
export interface ExploreMakers extends Pick<SiteMakers, 'page' | 'gateway' | 'clock' | 'askFreely'> {
  readonly examples: readonly Example[];
}
