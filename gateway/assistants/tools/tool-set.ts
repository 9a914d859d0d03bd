import type { SiteAddress } from '../site-address';
import type { Tool } from '../tool';
import type { Vocabulary } from '../vocabulary';
import { compareFigures } from './compare-figures';
import { dataQuality } from './data-quality';
import { divideFigures } from './divide-figures';
import { getFigures } from './get-figures';
import { listCounted } from './list-counted';
import { listFilters } from './list-filters';
import { listMeasures } from './list-measures';

/** What every tool is made with. */
export interface MakeTool {
  readonly vocabulary: Vocabulary;
  readonly site: SiteAddress;
}

/** Everything that assistants may ask. */
export const toolSet = (make: MakeTool): readonly Tool[] =>
  [listMeasures, listFilters, getFigures, divideFigures, compareFigures, listCounted, dataQuality].map(
    (one) => one(make),
  );
