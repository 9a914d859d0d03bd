import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { CountedFacts } from './catalogue/counted-facts';
import {
  COUNTS,
  type CountMeasure,
  MEASURE_NAMES,
  MEASURES,
  type Measure,
} from './catalogue/measure-catalogue';

/** The measures that a question wants, and what has to be counted for them. */
export interface Asked {
  readonly measures: readonly Measure[];
  readonly kinds: readonly CountedFacts[];
  readonly states: boolean;
  readonly days: boolean;
}

/** A row is there where any of these counted something, whatever else was asked for. */
export const ROW_MEASURES = [
  ...(['RECEIVED', 'ESCALATED', 'DIRECT', 'ANSWERED', 'ANSWERED_IN_TIME', 'CLOSED'] as const),
  ...(['REFERRED_TO_OMBUDSMAN', 'UPHELD_BY_OMBUDSMAN'] as const),
] as const;

/** What has to be counted for some measures. */
export function askedFor(measures: readonly Measure[]): Asked {
  const kinds = [...ROW_MEASURES, ...measures.flatMap(countsOf)].map((name) => COUNTS[name].facts);
  const kindsOf = measures.map((measure) => MEASURES[measure].kind);
  return {
    measures,
    kinds: [...new Set<CountedFacts>(kinds)],
    states: kindsOf.includes('state'),
    days: kindsOf.includes('distribution'),
  };
}

/** The counts that a measure is worked out from. */
export function countsOf(measure: Measure): readonly CountMeasure[] {
  const definition = MEASURES[measure];
  if (definition.kind === 'rate') return [...definition.of.numerator, ...definition.of.denominator];
  return isCount(measure) ? [measure] : [];
}

/** Whether a measure counts facts of one event. */
export const isCount = (measure: Measure): measure is CountMeasure => MEASURES[measure].kind === 'count';

/** The measures whose fields a request reads of the rows of `measures`. */
export function askedIn({ fieldNodes, fragments }: GraphQLResolveInfo): Asked {
  const fields = new Set<string>();
  const read = (set: SelectionSetNode | undefined, isRow: boolean): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'FragmentSpread') read(fragments[selection.name.value]?.selectionSet, isRow);
      else if (selection.kind === 'InlineFragment') read(selection.selectionSet, isRow);
      else if (isRow) fields.add(selection.name.value);
      else if (selection.name.value === 'rows') read(selection.selectionSet, true);
    }
  };
  for (const { selectionSet } of fieldNodes) read(selectionSet, false);
  return askedFor(MEASURE_NAMES.filter((measure) => fields.has(MEASURES[measure].figure)));
}
