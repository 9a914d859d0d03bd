import type { SiteAddress } from './site-address';
import type { Vocabulary } from './vocabulary';

/** What every tool is made with. */
export interface MakeTool {
  readonly vocabulary: Vocabulary;
  readonly site: SiteAddress;
}
