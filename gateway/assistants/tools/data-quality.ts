import { z } from 'zod';
import { dayWords } from '../../../domain/figures/days';
import type { Asking } from '../asking';
import { figureInputs, type Where } from '../inputs';
import type { MakeTool } from '../make-tool';
import { ownFaultsAnswer, qualityAnswer, recordedModel, sourceModel } from '../models';
import { linkLine, linkModel } from '../outputs';
import { partialLine, reachWords } from '../reach-words';
import { type Tool, tool } from '../tool';
import { whereWords } from '../where-words';
import { recordedLines } from './recorded-words';

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
    .array(recordedModel)
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
          link: site.page(isShown ? '/data-quality' : '/dashboard'),
        },
      };
      return { text: textOf(structured, narrowing), structured };
    },
  });
}

/** Only who manages services is asked for theirs: a refusal would stand in the log as if they had tried. */
async function askOwnFaults({ ask, scopes }: Asking): Promise<number | null> {
  if (!scopes.includes('service-faults')) return null;
  return (await ask('AssistantOwnFaults', ownFaultsAnswer)).serviceFaults.totalCount;
}

function textOf(told: z.output<typeof output>, where: Where): string {
  const { sources, partialStreams, recorded, openFaults, openFaultsOfOwnServices, closedWithoutDay } = told;
  return [
    `For ${told.of}, as at ${dayWords(told.asAt)}:`,
    ...(partialStreams.length > 0
      ? partialLine(true, sources, where)
      : [`The records go ${reachWords(sources, where)}.`]),
    ...recordedLines(recorded),
    openFaults === null
      ? 'How many faults of the records wait to be put right is not told to you.'
      : `Faults of the records of these streams that wait to be put right: ${openFaults}.`,
    ...(openFaultsOfOwnServices === null
      ? []
      : [`Those of the services that you manage: ${openFaultsOfOwnServices}.`]),
    ...(closedWithoutDay
      ? [
          `Closed complaints whose day nobody knows, so that no period counts them as closed: ${closedWithoutDay}.`,
        ]
      : []),
    ...(told.smallNumbers === null ? [] : [told.smallNumbers]),
    ...linkLine(told.link),
  ].join('\n');
}
