import { streamName } from '../../../domain/figures/names';
import { rateWords, shareWords } from '../../../domain/figures/numbers';
import { periodWords } from '../../../domain/figures/periods';
import { FALSE_SHARE } from '../../../domain/signals/judge-series';
import { type Part, rateOf } from '../../../domain/signals/parts';
import { limitsOf } from '../../../domain/signals/predict';
import type { FoundSignal } from './found-signal';

/** Nineteen of twenty. */
export const USUAL = 0.95;
/** 499 of 500. */
export const OUTER = 0.998;

/** A signal in a sentence, or two: what it is, and what was expected. */
export function signalSentence(signal: FoundSignal): string {
  const { series, now, predicted } = signal;
  const { counted, did, kind } = series.of;
  const what = `${counted(series.stage)} ${ofWhom(signal)} (${streamName(series.stream)})`;
  const { from, to } = limitsOf(predicted, USUAL);
  const when = periodWords(signal);
  if (kind === 'COUNT') {
    const verb = now.count > predicted.expected ? 'rose' : 'fell';
    return `${what} ${verb} to ${now.count} in ${when}: ${expectedWords(predicted.expected)} were expected, and ${from} to ${to} are usual.`;
  }
  const side = now.count > predicted.expected ? 'more' : 'less';
  const others = signal.kind === 'OVER_TIME' ? 'that was expected' : 'of the other services together';
  const usual = `${percent({ count: from, of: now.of })} to ${percent({ count: to, of: now.of })} are usual of so many`;
  return `Of ${what}, ${percent(now)} ${did} in ${when} (${parts(now)}), ${side} than the ${percent(signal.before)} ${others}: ${usual}.`;
}

/** By which rule it is more than noise. */
export function signalRule({ kind, series, quarters, before, likelihood }: FoundSignal): string {
  const compared =
    kind === 'OVER_TIME'
      ? `the ${quarters.filter(({ isJudged, part }) => !isJudged && part !== null).slice(-MOST_SHOWN).length} quarters before`
      : `the other services together (${parts(before)})`;
  const chart = series.of.kind === 'COUNT' ? 'a count' : 'a share';
  return (
    `It is ${chart} compared with ${compared}, whose own ups and downs make the limits wider. ` +
    `Chance alone is as far off in ${oftenWords(likelihood)}. ` +
    `All that is told of one measure is judged together, so that at most ${percent({ count: FALSE_SHARE, of: 1 })} of what is listed is expected to be chance.`
  );
}

const MOST_SHOWN = 12;

const ofWhom = ({ series: { dimension, name } }: FoundSignal): string =>
  dimension === 'THEME' ? `about “${name}”` : `of ${name}`;

/** Below ten with a decimal: half of one is much there. */
const expectedWords = (expected: number): string =>
  `about ${expected < 10 ? Math.round(expected * 10) / 10 : Math.round(expected)}`;

const percent = ({ count, of }: Part): string =>
  rateWords({ value: rateOf({ count, of }), numerator: null, denominator: of });

const parts = ({ count, of }: Part): string => shareWords({ numerator: count, denominator: of });

/** Of more nobody can say how many it would be. */
const MOST_OFTEN = 10_000;

function oftenWords(likelihood: number): string {
  const often = Math.floor(1 / Math.max(likelihood, 1 / MOST_OFTEN));
  return often >= MOST_OFTEN ? 'less than one of 10,000 such periods' : `one of ${often} such periods`;
}
