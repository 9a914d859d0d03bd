import { z } from 'zod';
import { definitionModel, recordText, sourceModel } from '../models';
import { linkModel, shownModel } from '../outputs';

const periodModel = shownModel.extend({
  with: z.string(),
  from: z.string(),
  to: z.string(),
  judged: z.string().nullable().describe('How the figure stands beside it; null where nobody can say.'),
});

const partModel = shownModel.extend({
  of: recordText.describe('Its name: data out of the records.'),
  judged: z
    .string()
    .nullable()
    .describe(
      'How it stands beside the whole: of shares and days. Null for counts, and where nobody can say.',
    ),
});

/** A figure beside other periods, and its parts beside the whole. */
export const comparedOutput = z.object({
  asAt: z.string(),
  of: z.string(),
  measure: z.string(),
  title: z.string(),
  figure: shownModel,
  partial: z.boolean(),
  periods: z.array(periodModel),
  between: z.string().nullable(),
  totalParts: z.number().describe('How many parts there are, told or not.'),
  parts: z.array(partModel),
  definition: definitionModel,
  sources: z.array(sourceModel),
  link: linkModel,
});
export type Compared = z.output<typeof comparedOutput>;
