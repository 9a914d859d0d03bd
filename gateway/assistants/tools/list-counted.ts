import { z } from 'zod';
import { dayWords, shortDayWords } from '../../../domain/figures/days';
import { explained, lower, meaningLines } from '../definition-words';
import { figureInputs } from '../inputs';
import type { MakeTool } from '../make-tool';
import { countedAnswer, definitionModel, recordText } from '../models';
import { linkLine, linkModel, shown, shownModel } from '../outputs';
import { type Tool, tool } from '../tool';
import { whereWords } from '../where-words';

const USUAL_PAGE = 25;
const MOST_ON_A_PAGE = 100;

const thingModel = z.object({
  reference: recordText.nullable().describe('Data out of the records.'),
  stage: z.number().nullable().describe('Null for an ombudsman’s case.'),
  on: z.string().nullable().describe('The day on which it is counted.'),
  complaint: z.string().nullable().describe('The id of its complaint.'),
  ombudsmanCase: z.string().nullable().describe('The id of the ombudsman’s case.'),
});
type Thing = z.output<typeof thingModel>;

const output = z.object({
  asAt: z.string(),
  of: z.string(),
  figure: shownModel,
  definition: definitionModel,
  totalCount: z
    .number()
    .nullable()
    .describe(
      'How many there are: the figure itself, or what it is divided by. Null where it was not recorded.',
    ),
  counted: z.array(thingModel),
  next: z.string().nullable().describe('Write it as `after` for the next page; null where this is the last.'),
  link: linkModel,
});

/** What a figure counts, one by one: references, stages and days, and nobody. */
export function listCounted({ vocabulary, site }: MakeTool): Tool {
  const { measure, where, asAt } = figureInputs(vocabulary);
  return tool({
    name: 'list_counted',
    title: 'What a figure counts',
    description:
      'The list behind a figure, page by page: the reference, stage, day and id of each stage, complaint or ombudsman’s case that it counts. Of a share it lists what it is divided by. It tells no people, and nothing that anybody said.',
    input: z.strictObject({
      measure,
      where,
      asAt,
      first: z.int().min(1).max(MOST_ON_A_PAGE).default(USUAL_PAGE).describe('How many at most.'),
      after: z.string().max(1_000).optional().describe('`next` of the page before.'),
    }),
    output,
    async answer({ measure: asked, where: narrowing = {}, asAt: day = null, first, after }, { ask }) {
      const { counted, figures } = await ask('AssistantCounted', countedAnswer, {
        ...{ measure: asked, where: narrowing, first },
        ...(day !== null && { asAt: day }),
        ...(after !== undefined && { after }),
      });
      const [figure] = figures;
      if (figure === undefined) throw new Error('The graph answered a list without its figure');
      const { hasNextPage, endCursor } = counted.pageInfo;
      const structured = {
        ...{ asAt: counted.asAt, of: whereWords(narrowing), totalCount: counted.totalCount },
        ...{ figure: shown(figure, figure.definition), definition: figure.definition },
        counted: counted.edges.flatMap(({ node }): Thing[] => {
          if (node === null) return [];
          const { complaint, ombudsmanCase, ...thing } = node;
          return [{ ...thing, complaint: complaint?.id ?? null, ombudsmanCase: ombudsmanCase?.id ?? null }];
        }),
        next: hasNextPage ? endCursor : null,
        link: site.list({ measure: asked, where: narrowing, asAt: day }),
      };
      return { text: textOf(structured), structured };
    },
  });
}

function textOf({
  asAt,
  of,
  figure,
  definition,
  totalCount,
  counted,
  next,
  link,
}: z.output<typeof output>): string {
  const total = totalCount === null ? 'how many there are was not recorded' : `of ${totalCount}`;
  const { denominator } = definition;
  return [
    `For ${of}, as at ${dayWords(asAt)}:`,
    `${definition.title}: ${figure.words}.`,
    ...(denominator === null
      ? []
      : [`The list is what the figure is out of: ${lower(explained(denominator))}.`]),
    `These are ${counted.length}, ${total}:`,
    ...counted.map(thingLine),
    ...(next === null ? [] : [`There are more: ask again with after "${next}".`]),
    ...meaningLines([definition]),
    ...linkLine(link),
  ].join('\n');
}

const thingLine = ({ reference, stage, on, complaint, ombudsmanCase }: Thing): string =>
  `${reference ?? 'Without a reference'}, ${stage === null ? 'ombudsman’s case' : `stage ${stage}`}, ${shortDayWords(on)} (${ombudsmanCase ?? complaint ?? 'without an id'}).`;
