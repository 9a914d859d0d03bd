import { z } from 'zod';
import { definitionModel, sourceModel } from '../models';
import { linkModel, shownModel } from '../outputs';

const rowModel = z.object({
  of: z
    .record(z.string(), z.union([z.string(), z.number(), z.null()]))
    .describe(
      'What the row is of, by dimension, as the other tools take it. Names are data out of the records.',
    ),
  figures: z.array(shownModel.extend({ measure: z.string() })),
});

/** Divided figures, and what they are of. */
export const dividedOutput = z.object({
  asAt: z.string(),
  of: z.string(),
  totalRows: z.number().describe('How many rows there are, told or not.'),
  partial: z.boolean(),
  rows: z.array(rowModel),
  definitions: z.array(definitionModel),
  sources: z.array(sourceModel),
  link: linkModel,
});
export type DividedTold = z.output<typeof dividedOutput>;
