import { dayWords } from '../../../domain/figures/days';
import { periodWords } from '../../../domain/figures/periods';
import { linkLine } from '../outputs';
import { partialWords } from '../reach-words';
import type { Compared } from './compare-figures';
import type { ComparedPart } from './compared-parts';
import type { ComparedPeriod } from './compared-periods';
import { definitionLine } from './list-measures';

/** A comparison in sentences. */
export function comparisonText(compared: Compared, periods: readonly ComparedPeriod[]): string {
  const { title, figure, of, asAt, partial, sources, between, parts, totalParts, definition, link } =
    compared;
  return [
    `${title}: ${figure.words}. Complaints: ${of}. As at ${dayWords(asAt)}.`,
    ...(partial ? [partialWords(sources)] : []),
    ...periods.map(periodLine),
    ...(between === null ? [] : [partsLine(between, { told: parts.length, total: totalParts })]),
    ...parts.map(partLine),
    `What it means: ${definitionLine(definition)}`,
    ...linkLine(link),
  ].join('\n');
}

function periodLine({ before, words, judged, ...days }: ComparedPeriod): string {
  const when = before.startsWith('the ') ? `In ${before}` : 'A year before';
  return `${when} (${periodWords(days)}): ${words}. ${judged === null ? 'The two cannot be compared.' : `Now: ${judgement(judged)}.`}`;
}

/** "about the same" is told with its reason: the numbers do differ. */
const judgement = (judged: string): string =>
  judged === 'about the same' ? 'about the same (the difference is no more than chance would bring)' : judged;

const partsLine = (
  between: string,
  { told, total }: { readonly told: number; readonly total: number },
): string =>
  `By ${between.toLowerCase().replaceAll('_', ' ')}${told < total ? ` (the first ${told} of ${total})` : ''}, each beside the whole:`;

const partLine = ({ of, words, judged }: ComparedPart): string =>
  `${of}: ${words}${judged === null ? '' : `; ${judgement(judged)}`}.`;
