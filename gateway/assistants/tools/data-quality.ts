import { z } from 'zod';
import { dayWords } from '../../../domain/figures/days';
import { streamName } from '../../../domain/figures/names';
import type { Asking } from '../asking';
import { figureInputs } from '../inputs';
import { ownFaultsAnswer, qualityAnswer, sourceModel } from '../models';
import { linkLine, linkModel } from '../outputs';
import { partialWords, reachWords } from '../reach-words';
import { type Tool, tool } from '../tool';
import { whereWords } from '../where-words';
import type { MakeTool } from './tool-set';

/** Who may see faults themselves, and not their number alone. */
const SEES_FAULTS = ['quarantine', 'service-faults'];

const output = z.object({
  asAt: z.string(),
  of: z.string(),
  sources: z.array(sourceModel).describe('Of which days the records speak.'),
  partialStreams: z.array(z.string()).describe('Streams whose records end before the period does.'),
  closedWithoutDay: z
    .number()
    .nullable()
    .describe('Closed complaints whose day nobody knows: `CLOSED` counts them in no period.'),
  recorded: z
    .array(
      z.object({
        stream: z.string(),
        measure: z.string(),
        stage: z.number().nullable(),
        from: z.string(),
        to: z.string().nullable(),
        granularity: z.string(),
      }),
    )
    .nullable()
    .describe(
      'Measures that were recorded on some days alone: outside of them they are not recorded, which is not 0.',
    ),
  openFaults: z
    .number()
    .nullable()
    .describe('Faults that wait to be put right; null where the caller is not told.'),
  openFaultsOfOwnServices: z.number().nullable().describe('Of the services that the caller manages.'),
  smallNumbers: z.string().nullable().describe('How small numbers are protected; null where they are told.'),
  link: linkModel,
});

/** How far figures can be trusted: of which days the records speak, what was never recorded, what waits to be put right. */
export function dataQuality({ vocabulary, site }: MakeTool): Tool {
  const { where, asAt } = figureInputs(vocabulary);
  return tool({
    name: 'check_data_quality',
    title: 'Data quality',
    description:
      'How far figures can be trusted: of which days each stream’s records speak, whether they end before the period does, what was recorded from when to when, how small numbers are protected, and how many faults wait to be put right, as far as the caller may know. Ask it before a figure is reported.',
    input: z.strictObject({ where, asAt }),
    output,
    async answer({ where: narrowing = {}, asAt: day = null }, asking) {
      const { reach, coverage, figures } = await asking.ask('AssistantDataQuality', qualityAnswer, {
        where: narrowing,
        ...(day !== null && { asAt: day }),
        ...(narrowing.streams !== undefined && { streams: narrowing.streams }),
      });
      const isShown = SEES_FAULTS.some((scope) => asking.scopes.includes(scope));
      const structured = {
        ...{ asAt: reach.asAt, of: whereWords(narrowing), sources: reach.sources },
        ...{ partialStreams: reach.partial, closedWithoutDay: reach.closedWithoutDay, recorded: coverage },
        openFaults: figures?.[0]?.openFaults ?? null,
        openFaultsOfOwnServices: await askOwnFaults(asking),
        ...{
          smallNumbers: reach.smallNumbers?.words ?? null,
          link: site.page(isShown ? '/data-quality' : '/'),
        },
      };
      return { text: textOf(structured), structured };
    },
  });
}

/** Only who manages services is asked for theirs: a refusal would stand in the log as if they had tried. */
async function askOwnFaults({ ask, scopes }: Asking): Promise<number | null> {
  if (!scopes.includes('service-faults')) return null;
  return (await ask('AssistantOwnFaults', ownFaultsAnswer)).serviceFaults.totalCount;
}

function textOf(told: z.output<typeof output>): string {
  const { sources, partialStreams, recorded, openFaults, openFaultsOfOwnServices, closedWithoutDay } = told;
  const lines = (recorded ?? []).map(
    ({ stream, measure, stage, from, to }) =>
      `${streamName(stream)}: ${measure}${stage === null ? '' : ` at stage ${stage}`} was recorded from ${dayWords(from)}${to === null ? ' on' : ` to ${dayWords(to)}`}; outside of that it is not recorded, which is not 0.`,
  );
  return [
    `Complaints: ${told.of}. Figures stand as at ${dayWords(told.asAt)}. The records go ${reachWords(sources)}.`,
    ...(partialStreams.length > 0 ? [partialWords(sources)] : []),
    ...(recorded === null ? ['What was recorded from when to when is not to be had just now.'] : lines),
    openFaults === null
      ? 'How many faults are open is not told.'
      : `Open faults of these streams’ records: ${openFaults}.`,
    ...(openFaultsOfOwnServices === null
      ? []
      : [`Of the services that you manage: ${openFaultsOfOwnServices}.`]),
    ...(closedWithoutDay
      ? [`Closed complaints whose day nobody knows, which no period counts: ${closedWithoutDay}.`]
      : []),
    ...(told.smallNumbers === null ? [] : [told.smallNumbers]),
    ...linkLine(told.link),
  ].join('\n');
}
