import type { Day } from '../../../domain/calendar/day';
import { type Part, rateOf, type SeriesKind } from '../../../domain/signals/parts';
import { type Limits, limitsOf, type Predicted } from '../../../domain/signals/predict';
import type { Direction } from '../../../domain/targets/standing';
import { MEASURES, type Measure } from '../figures/catalogue/measure-catalogue';
import type { KnownParts } from '../figures/parts';
import type { CellQuestion } from '../reports/content';
import { isBetter } from '../scorecard/better';
import type { FoundSignal, MadeOf } from './found-signal';
import type { SignalDimension } from './judged-measures';
import type { SignalNote } from './notes';
import { signalId } from './signal-id';
import type { SignalState } from './signal-tables';
import { OUTER, signalRule, signalSentence, USUAL } from './signal-words';

/** A signal as the graph shows it. */
export interface Signal {
  readonly id: string;
  readonly kind: FoundSignal['kind'];
  readonly dimension: SignalDimension;
  readonly name: string;
  readonly stream: string;
  readonly stage: number;
  readonly measure: Measure;
  readonly from: Day;
  readonly to: Day;
  readonly direction: 'ROSE' | 'FELL';
  readonly judgement: Direction;
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly expected: number;
  readonly usual: Limits;
  readonly outer: Limits;
  readonly sentence: string;
  readonly rule: string;
  readonly quarters: readonly object[];
  readonly services: readonly object[];
  readonly madeOf: readonly MadeOf[];
  readonly question: CellQuestion & { readonly measure: Measure };
  readonly state: SignalState;
  readonly version: number;
  readonly notes: readonly SignalNote[];
}

/** The id of a signal: services and directorates by their ids, where they are known. */
export function idOf(found: FoundSignal, { services, directorates }: KnownParts): string {
  const { dimension, name } = found.series;
  const known = { SERVICE: services, DIRECTORATE: directorates, THEME: [] }[dimension];
  return signalId(found, known.find((each) => each.name === name)?.id ?? name);
}

/** A signal with what was found out about it, the newest first. */
export function signalOf(
  found: FoundSignal,
  { id, asAt, notes }: { readonly id: string; readonly asAt: Day; readonly notes: readonly SignalNote[] },
): Signal {
  const { kind, series, from, to, now, predicted } = found;
  const { of, dimension, name, stream, stage } = series;
  const isShare = of.kind === 'SHARE';
  const value = numberOf(of.kind, now);
  const expected = isShare ? predicted.expected / now.of : predicted.expected;
  return {
    ...{ id, kind, dimension, name, stream, stage, measure: of.measure, from, to },
    ...{ direction: value > expected ? 'ROSE' : 'FELL', judgement: judgementOf(of.measure, value, expected) },
    ...{ value, numerator: isShare ? now.count : null, denominator: isShare ? now.of : null, expected },
    ...{ usual: limitsIn(of.kind, predicted, now, USUAL), outer: limitsIn(of.kind, predicted, now, OUTER) },
    ...{ sentence: signalSentence(found), rule: signalRule(found) },
    quarters: found.quarters.map(({ part, ...quarter }) => ({
      ...quarter,
      value: part && (isShare && part.of === 0 ? null : numberOf(of.kind, part)),
      denominator: isShare && part ? part.of : null,
    })),
    services: found.services.map(({ name: service, part }) => ({
      ...{ name: service, value: rateOf(part), numerator: part.count, denominator: part.of },
    })),
    madeOf: found.madeOf,
    question: questionOf(found, asAt),
    ...{ state: notes[0]?.state ?? 'OPEN', version: notes[0]?.version ?? 0, notes },
  };
}

const numberOf = (kind: SeriesKind, part: Part): number => (kind === 'COUNT' ? part.count : rateOf(part));

function limitsIn(kind: SeriesKind, predicted: Predicted, { of }: Part, share: number): Limits {
  const { from, to } = limitsOf(predicted, share);
  return kind === 'COUNT' ? { from, to } : { from: from / of, to: to / of };
}

function judgementOf(measure: Measure, value: number, expected: number): Direction {
  const better = isBetter(measure, value, expected);
  if (better === null) return 'CHANGED';
  return better ? 'BETTER' : 'WORSE';
}

function questionOf({ series, from, to }: FoundSignal, asAt: Day): Signal['question'] {
  const { of, dimension, name, stream, stage } = series;
  const only = (each: SignalDimension) => (dimension === each ? [name] : null);
  return {
    ...{ measure: of.measure, measureVersion: MEASURES[of.measure].version, asAt, from, to },
    ...{ streams: [stream], stages: [stage], financialYears: null, quarters: null },
    ...{ services: only('SERVICE'), directorates: only('DIRECTORATE'), themes: only('THEME') },
    ...{ channels: null, outcomes: null, routes: null },
  };
}
