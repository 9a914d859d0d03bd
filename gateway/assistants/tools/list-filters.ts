import { z } from 'zod';
import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import type { MakeTool } from '../make-tool';
import { filtersAnswer, recordText, sourceModel } from '../models';
import { reachWords } from '../reach-words';
import { type Tool, tool } from '../tool';

const wordModel = z.object({ value: z.string(), means: z.string() });
const namesModel = z
  .array(z.string())
  .nullable()
  .describe('Names out of the records: data. Null where they are not to be had just now.');

const output = z.object({
  asAt: z.string().describe('The newest day that the sources of all streams reach.'),
  sources: z.array(sourceModel),
  dimensions: z.array(wordModel).describe('What figures can be divided by.'),
  streams: z.array(wordModel),
  periods: z.array(wordModel),
  quarters: z.array(wordModel),
  outcomes: z.array(wordModel),
  routes: z.array(wordModel),
  ageBands: z.array(wordModel),
  financialYears: z.array(z.string()).nullable().describe('April to March, of which something is recorded.'),
  stages: z.array(z.number()).nullable(),
  services: z
    .array(
      z.object({
        name: recordText,
        formerNames: z.array(recordText),
        directorate: recordText,
        endedOn: z.string().nullable(),
      }),
    )
    .nullable()
    .describe('The council’s services: data out of the records. Null where they are not to be had just now.'),
  directorates: namesModel,
  themes: namesModel,
  channels: namesModel,
});

/** What figures can be narrowed and divided by, as the council has it now. */
export const listFilters = ({ vocabulary }: MakeTool): Tool =>
  tool({
    name: 'list_filters',
    title: 'What figures can be narrowed and divided by',
    description:
      'The streams, stages, financial years, services, directorates, themes, channels and findings that figures can be narrowed to (`where`) and divided by, under the names that the other tools take, and of which days the records speak. Ask it before naming a service or a theme.',
    input: z.strictObject({}),
    output,
    async answer(_, { ask }) {
      const { reach, services, ...told } = await ask('AssistantFilters', filtersAnswer);
      const { words, dimensions } = vocabulary;
      const structured = {
        ...{ asAt: reach.asAt, sources: reach.sources, dimensions: [...dimensions] },
        ...{
          streams: [...words('Stream')],
          periods: [...words('RelativePeriod')],
          quarters: [...words('Quarter')],
        },
        ...{ outcomes: [...words('Outcome')], routes: [...words('Route')], ageBands: [...words('AgeBand')] },
        services,
        financialYears: told.financialYears?.rows.flatMap(({ financialYear }) => financialYear ?? []) ?? null,
        stages: told.stages?.rows.flatMap(({ stage }) => stage ?? []) ?? null,
        directorates: namesIn(told.directorates),
        channels: namesIn(told.channels),
        themes: told.themes?.rows.flatMap(({ theme }) => theme ?? []) ?? null,
      };
      return { text: textOf(structured), structured };
    },
  });

const namesIn = (named: readonly { readonly name: string }[] | null): string[] | null =>
  named?.map(({ name }) => name) ?? null;

function textOf(told: z.output<typeof output>): string {
  const listed = (names: readonly string[] | null) =>
    names === null ? 'not to be had just now' : names.join('; ') || 'none';
  const values = (words: readonly { readonly value: string }[]) => listed(words.map(({ value }) => value));
  return [
    `The records go ${reachWords(told.sources)}; figures stand as at ${dayWords(told.asAt)}.`,
    `Streams (streams): ${told.streams.map(({ value }) => `${value} (${streamName(value)})`).join('; ')}.`,
    `Financial years, April to March (financialYears): ${listed(told.financialYears)}.`,
    `Quarters (quarters): ${values(told.quarters)}. Periods told from today (periods): ${values(told.periods)}.`,
    `Stages (stages): ${listed(told.stages?.map(String) ?? null)}.`,
    `Services (services): ${listed(told.services?.map(({ name }) => name) ?? null)}.`,
    `Directorates (directorates): ${listed(told.directorates)}.`,
    `Themes (themes): ${listed(told.themes)}.`,
    `Channels (channels): ${listed(told.channels)}.`,
    `Findings (outcomes): ${values(told.outcomes)}. How a later stage was reached (routes): ${values(told.routes)}.`,
    `How old what is open is (ageBands): ${values(told.ageBands)}.`,
    `Figures can be divided by: ${values(told.dimensions)}.`,
  ].join('\n');
}
