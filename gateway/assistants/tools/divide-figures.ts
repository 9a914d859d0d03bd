import { z } from 'zod';
import { figureInputs } from '../inputs';
import type { MakeTool } from '../make-tool';
import { shown } from '../outputs';
import { type Tool, tool } from '../tool';
import { whereWords } from '../where-words';
import { askDivided } from './divided';
import { dividedOutput } from './divided-output';
import { dividedText } from './divided-text';

const MOST_DIMENSIONS = 3;
const MOST_MEASURES = 6;
/** Rows that are told where nobody says how many, and at most. */
const USUAL_ROWS = 50;
const MOST_ROWS = 200;

/** Figures divided by what complaints have: streams, services, months. */
export function divideFigures({ vocabulary, site }: MakeTool): Tool {
  const { measure, where, asAt } = figureInputs(vocabulary);
  return tool({
    name: 'divide_figures',
    title: 'Figures divided',
    description:
      'Figures divided by stream, stage, service, theme, month and so on: a row for each combination of which something was counted. For trends, breakdowns and "which". Rows come in the order of their dimensions; counts of rows add up, shares and days do not.',
    input: z.strictObject({
      measures: z.array(measure).min(1).max(MOST_MEASURES),
      by: z
        .array(z.enum(vocabulary.dimensions.map(({ value }) => value)))
        .min(1)
        .max(MOST_DIMENSIONS)
        .describe('What they are divided by.'),
      where,
      asAt,
      first: z.int().min(1).max(MOST_ROWS).default(USUAL_ROWS).describe('How many rows are told at most.'),
    }),
    output: dividedOutput,
    async answer({ measures, by, where: narrowing = {}, asAt: day = null, first }, asking) {
      const question = { by, measures, where: narrowing, asAt: day };
      const divided = await askDivided(vocabulary, question, asking);
      const rows = divided.rows.slice(0, first);
      const link = site.figure({ measure: measures[0] ?? '', where: narrowing, asAt: day });
      const of = whereWords(narrowing);
      const structured = {
        ...{ asAt: divided.asAt, of, totalRows: divided.rows.length, partial: divided.isPartial, link },
        rows: rows.map((row) => ({
          of: { ...row.of },
          figures: divided.definitions.flatMap((definition, place) => {
            const figure = row.figures[place];
            return figure ? [{ measure: definition.measure, ...shown(figure, definition) }] : [];
          }),
        })),
        definitions: [...divided.definitions],
        sources: divided.sources,
      };
      return { text: dividedText(structured, { ...divided, by, where: narrowing }), structured };
    },
  });
}
