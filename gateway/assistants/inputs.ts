import { z } from 'zod';
import type { FilterPart, Vocabulary } from './vocabulary';

/** As many values as a page of the site takes of one part of a filter. */
const MOST_VALUES = 50;
/** Longer than any name of the council's. */
const LONGEST_NAME = 200;

const day = z.iso.date({ error: 'write a day such as 2021-09-30' });

/** A filter as assistants write it: the parts of the graph's own, under the same names. */
export type Where = Readonly<Record<string, unknown>>;

/** What questions about figures have in common. */
export function figureInputs({ measures, filter }: Vocabulary) {
  const parts = [...filter].map(([name, part]) => [name, partOf(part)] as const);
  return {
    measure: z.enum(measures).describe('The figure. `list_measures` says what each means.'),
    where: z
      .strictObject(Object.fromEntries(parts))
      .optional()
      .describe(
        'What is counted; all parts hold at once. Left out, everything recorded. Name a period: a figure without one says little. `list_filters` says which names there are.',
      ),
    asAt: day
      .optional()
      .describe('As the figures would stand if nothing after this day were known. Leave it out for now.'),
  };
}

function partOf({ isList, of, means }: FilterPart): z.ZodType {
  const one = oneOf(of);
  const values = isList ? z.array(one).min(1, 'leave it out, or name one').max(MOST_VALUES) : one;
  return values.optional().describe(means);
}

function oneOf(of: FilterPart['of']): z.ZodType {
  if (typeof of !== 'string') return z.enum(of);
  if (of === 'Int') return z.int();
  if (of === 'Boolean') return z.boolean();
  return of === 'Date' ? day : z.string().min(1).max(LONGEST_NAME);
}
