import { z } from 'zod';
import { figureInputs } from '../inputs';
import { definitionModel, figuresAnswer, recordText, sourceModel } from '../models';
import { linkModel, shown, shownModel } from '../outputs';
import { untilWords } from '../reach-words';
import { type Tool, tool } from '../tool';
import { ToolRefusal } from '../tool-refusal';
import { whereWords } from '../where-words';
import { comparedParts } from './compared-parts';
import { type ComparedPeriod, comparedPeriods } from './compared-periods';
import { comparisonText } from './comparison-text';
import { askDivided } from './divided';
import type { MakeTool } from './tool-set';

/** Parts that are told at most. */
const MOST_PARTS = 50;

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

const output = z.object({
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
export type Compared = z.output<typeof output>;

/** A figure beside other periods, and its parts beside the whole. */
export function compareFigures({ vocabulary, site }: MakeTool): Tool {
  const { measure, where, asAt } = figureInputs(vocabulary);
  return tool({
    name: 'compare_figures',
    title: 'A figure compared',
    description:
      'One figure beside the period before and the same period of last year, like for like, and divided between streams or services, each beside the whole. It says whether a difference is more than chance would bring. For "is it better", "which service is worst".',
    input: z.strictObject({
      measure,
      compareWith: z
        .array(z.enum(vocabulary.comparisons))
        .min(1)
        .optional()
        .describe('Other periods. `where` has to name one period, with a first and a last day.'),
      between: z
        .enum(vocabulary.dimensions.map(({ value }) => value))
        .optional()
        .describe('What to compare with each other: STREAM, SERVICE, DIRECTORATE …'),
      where,
      asAt,
    }),
    output,
    async answer(
      { measure: asked, compareWith: periods, between = null, where: narrowing = {}, asAt: day = null },
      asking,
    ) {
      if (periods === undefined && between === null)
        throw new ToolRefusal(
          'Say with what to compare: `compareWith` names other periods, `between` parts such as SERVICE.',
        );
      const { figures } = await asking.ask('AssistantFigures', figuresAnswer, {
        ...{ measures: [asked], where: narrowing },
        ...(periods !== undefined && { compareWith: periods }),
        ...(day !== null && { asAt: day }),
      });
      const [figure] = figures;
      if (figure === undefined) throw new Error('The graph answered without the figure');
      const { definition, sources, partial } = figure;
      const question = {
        by: between === null ? [] : [between],
        measures: [asked],
        where: narrowing,
        asAt: day,
      };
      const rows = between === null ? [] : (await askDivided(vocabulary, question, asking)).rows;
      const parts = comparedParts(rows, { whole: figure, definition });
      const structured = {
        ...{ asAt: figure.asAt, of: whereWords(narrowing), measure: asked, title: definition.title },
        ...{
          figure: shown(figure, definition, untilWords(partial, sources, narrowing)),
          partial,
          definition,
          sources,
          between,
        },
        periods: comparedPeriods(figure).map(({ before: _, ...period }: ComparedPeriod) => period),
        ...{ totalParts: parts.length, parts: parts.slice(0, MOST_PARTS) },
        link: site.figure({ measure: asked, where: narrowing, asAt: day }),
      };
      return {
        text: comparisonText(structured, { periods: comparedPeriods(figure), where: narrowing }),
        structured,
      };
    },
  });
}
