import { dayWords } from '../../../domain/figures/days';
import { periodWords } from '../../../domain/figures/periods';
import { codeWords } from '../code-words';
import { meaningLines } from '../definition-words';
import type { Where } from '../inputs';
import { linkLine } from '../outputs';
import { partialLine } from '../reach-words';
import type { Compared } from './compared-output';
import type { ComparedPart } from './compared-parts';
import type { ComparedPeriod } from './compared-periods';

interface Asked {
  readonly periods: readonly ComparedPeriod[];
  readonly where: Where;
}

/** A comparison in sentences. */
export function comparisonText(compared: Compared, { periods, where }: Asked): string {
  const { title, figure, of, asAt, partial, sources, between, parts, totalParts, definition, link } =
    compared;
  const counted = parts.filter(({ value, standing }) => value !== 0 && standing !== 'DIVIDED_BY_NONE');
  return [
    `For ${of}, as at ${dayWords(asAt)}:`,
    `${title}: ${figure.words}.`,
    ...partialLine(partial, sources, where),
    ...periods.map(periodLine),
    ...(between === null ? [] : [partsLine(between, { told: parts.length, total: totalParts })]),
    ...counted.map(partLine),
    ...(counted.some(({ judged }) => judged === SAME)
      ? [`Where it says ${SAME}, the difference is ${CHANCE}.`]
      : []),
    ...meaningLines([definition]),
    ...linkLine(link),
  ].join('\n');
}

function periodLine({ before, words, judged, ...days }: ComparedPeriod): string {
  const when = before.startsWith('the ') ? `In ${before}` : 'A year before';
  return `${when}, ${periodWords(days)}: ${words}. ${judged === null ? 'The two cannot be compared.' : `Now it is ${judgement(judged)}.`}`;
}

const SAME = 'about the same';
const CHANCE = 'no more than chance would bring';

/** "about the same" is told with its reason: the numbers do differ. */
const judgement = (judged: string): string =>
  judged === SAME ? `${SAME}: the difference is ${CHANCE}` : judged;

const partsLine = (
  between: string,
  { told, total }: { readonly told: number; readonly total: number },
): string => `By ${codeWords(between)}${told < total ? ` (the first ${told} of ${total})` : ''}:`;

const partLine = ({ of, words, judged }: ComparedPart): string =>
  `${of}: ${words}${judged === null ? '' : `; ${judged} ${judged === SAME ? 'as' : 'than'} the whole`}.`;
