import { z } from 'zod';
import { figureInputs } from '../inputs';
import type { MakeTool } from '../make-tool';
import { figuresAnswer } from '../models';
import { shown } from '../outputs';
import { untilWords } from '../reach-words';
import { type Tool, tool } from '../tool';
import { ToolRefusal } from '../tool-refusal';
import { whereWords } from '../where-words';
import { comparedOutput } from './compared-output';
import { comparedParts } from './compared-parts';
import { type ComparedPeriod, comparedPeriods } from './compared-periods';
import { comparisonText } from './comparison-text';
import { askDivided } from './divided';

/** Parts that are told at most. */
const MOST_PARTS = 50;

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
    output: comparedOutput,
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
      const told = comparedPeriods(figure);
      const structured = {
        ...{ asAt: figure.asAt, of: whereWords(narrowing), measure: asked, title: definition.title },
        ...{
          figure: shown(figure, definition, untilWords(partial, sources, narrowing)),
          partial,
          definition,
          sources,
          between,
        },
        periods: told.map(({ before: _, ...period }: ComparedPeriod) => period),
        ...{ totalParts: parts.length, parts: parts.slice(0, MOST_PARTS) },
        link: site.figure({ measure: asked, where: narrowing, asAt: day }),
      };
      return { text: comparisonText(structured, { periods: told, where: narrowing }), structured };
    },
  });
}
