import type { MakeTool } from '../make-tool';
import type { Tool } from '../tool';
import { compareFigures } from './compare-figures';
import { dataQuality } from './data-quality';
import { divideFigures } from './divide-figures';
import { getFigures } from './get-figures';
import { listCounted } from './list-counted';
import { listFilters } from './list-filters';
import { listMeasures } from './list-measures';

/** Everything that assistants may ask. */
export const toolSet = (make: MakeTool): readonly Tool[] =>
  [listMeasures, listFilters, getFigures, divideFigures, compareFigures, listCounted, dataQuality].map(
    (one) => one(make),
  );
