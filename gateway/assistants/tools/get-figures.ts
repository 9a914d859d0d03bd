import { z } from 'zod';
import { dayWords } from '../../../domain/figures/days';
import { meaningWords } from '../definition-words';
import { figureInputs } from '../inputs';
import type { MakeTool } from '../make-tool';
import { definitionModel, figuresAnswer, type GraphFigure, sourceModel } from '../models';
import { linkLine, linkModel, shown, shownModel } from '../outputs';
import { partialLine, reachWords, untilWords } from '../reach-words';
import { type Tool, tool } from '../tool';
import { whereWords } from '../where-words';

/** As many as somebody reads at once. */
const MOST_MEASURES = 12;

const figureModel = shownModel.extend({
  measure: z.string(),
  title: z.string(),
  partial: z.boolean().describe('Whether the records of some stream end before the period does.'),
  openFaults: z
    .number()
    .nullable()
    .describe('How many faults of the records wait to be put right; null where the caller is not told.'),
  definition: definitionModel,
  sources: z.array(sourceModel).describe('Of which days the records speak that it is counted from.'),
  link: linkModel,
});

/** Figures with their definitions and their reach. */
export function getFigures({ vocabulary, site }: MakeTool): Tool {
  const { measure, where, asAt } = figureInputs(vocabulary);
  return tool({
    name: 'get_figures',
    title: 'Figures',
    description:
      'One or more figures of the same complaints, each with its count, its definition, the day as at which it stands and how far its records reach. For "how many", "what share", "how long".',
    input: z.strictObject({ measures: z.array(measure).min(1).max(MOST_MEASURES), where, asAt }),
    output: z.object({ asAt: z.string(), of: z.string(), figures: z.array(figureModel) }),
    async answer({ measures, where: narrowing = {}, asAt: day = null }, { ask }) {
      const variables = { measures, where: narrowing, ...(day !== null && { asAt: day }) };
      const { figures: told } = await ask('AssistantFigures', figuresAnswer, variables);
      const figures = told.map((figure) => ({
        ...shown(figure, figure.definition, untilWords(figure.partial, figure.sources, narrowing)),
        ...{ measure: figure.measure, title: figure.definition.title, partial: figure.partial },
        ...{ openFaults: figure.openFaults, definition: figure.definition, sources: figure.sources },
        link: site.figure({ measure: figure.measure, where: narrowing, asAt: day }),
      }));
      const of = whereWords(narrowing);
      const standsAt = told[0]?.asAt ?? '';
      const sources = told[0]?.sources ?? [];
      const isPartial = told.some(({ partial }) => partial);
      const text = [
        `For ${of}, as at ${dayWords(standsAt)}:`,
        ...figures.flatMap(figureLines),
        ...(figures.some(({ standing }) => standing === 'NOT_RECORDED')
          ? [`Not recorded is not 0: nobody wrote it down. The records go ${reachWords(sources, narrowing)}.`]
          : []),
        ...partialLine(isPartial, sources, narrowing),
        ...faultsLine(told),
      ].join('\n');
      return { text, structured: { asAt: standsAt, of, figures } };
    },
  });
}

const figureLines = ({ title, words, definition, link }: z.output<typeof figureModel>): string[] => [
  `${title}: ${words}. It means: ${meaningWords(definition)}`,
  ...linkLine(link),
];

/** How much is wrong with the records, where that is told. */
function faultsLine([figure]: readonly GraphFigure[]): string[] {
  const faults = figure?.openFaults ?? null;
  if (faults === null || faults === 0) return [];
  return [
    `Of the records of these streams ${faults === 1 ? '1 fault waits' : `${faults} faults wait`} to be put right.`,
  ];
}
