import {
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
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
  /** Those that they are worked out from. */
  readonly kinds: readonly CountedFacts[];
  readonly states: boolean;
  readonly counts: readonly CountMeasure[];
  readonly days: boolean;
}

/** A row is there where any of these counted something, whatever else was asked for. */
export const ROW_MEASURES = [
  ...(['RECEIVED', 'ESCALATED', 'DIRECT', 'ANSWERED', 'ANSWERED_IN_TIME', 'CLOSED'] as const),
  ...(['REFERRED_TO_OMBUDSMAN', 'UPHELD_BY_OMBUDSMAN'] as const),
] as const;

/** What has to be counted for some measures. */
export function askedFor(measures: readonly Measure[]): Asked {
  const counts = measures.flatMap(countsOf);
  const kindsOf = measures.map((measure) => MEASURES[measure].kind);
  return {
    measures,
    kinds: factsOf(counts),
    counts: [...new Set(counts)],
    states: kindsOf.includes('state'),
    days: kindsOf.includes('distribution'),
  };
}

/** Of all time together, what was received makes every row: nothing is answered or closed, decided or upheld, that was not. */
const EVER = factsOf(['RECEIVED', 'REFERRED_TO_OMBUDSMAN']);
const BY_DAY = factsOf(ROW_MEASURES);

/** The facts to be counted for what was asked, with those that make rows; `isOfAllTime`: by no day, and of every day. */
export function kindsToCount(
  { kinds }: Asked,
  { isOfAllTime }: { isOfAllTime: boolean },
): readonly CountedFacts[] {
  return [...new Set([...(isOfAllTime ? EVER : BY_DAY), ...kinds])];
}

function factsOf(names: readonly CountMeasure[]): readonly CountedFacts[] {
  return [...new Set<CountedFacts>(names.map((name) => COUNTS[name].facts))];
}

/** The counts that a measure is worked out from. */
export function countsOf(measure: Measure): readonly CountMeasure[] {
  const definition = MEASURES[measure];
  if (definition.kind === 'rate') return [...definition.of.numerator, ...definition.of.denominator];
  return isCount(measure) ? [measure] : [];
}

/** Whether a measure counts facts of one event. */
export const isCount = (measure: Measure): measure is CountMeasure => MEASURES[measure].kind === 'count';

/** Whether a request reads a part of its question at all: `@skip` and `@include` can leave it out. */
function isRead(node: SelectionNode, variables: GraphQLResolveInfo['variableValues']): boolean {
  const skipped = getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true;
  return !skipped && getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}

/** The measures whose fields a request reads of the rows of `measures`. */
export function askedIn({ fieldNodes, fragments, variableValues }: GraphQLResolveInfo): Asked {
  const fields = new Set<string>();
  const readOf = (set: SelectionSetNode | undefined) =>
    (set?.selections ?? []).filter((selection) => isRead(selection, variableValues));
  const read = (set: SelectionSetNode | undefined, isRow: boolean): void => {
    for (const selection of readOf(set)) {
      if (selection.kind === 'FragmentSpread') read(fragments[selection.name.value]?.selectionSet, isRow);
      else if (selection.kind === 'InlineFragment') read(selection.selectionSet, isRow);
      else if (isRow) fields.add(selection.name.value);
      else if (selection.name.value === 'rows') read(selection.selectionSet, true);
    }
  };
  for (const { selectionSet } of fieldNodes) read(selectionSet, false);
  return askedFor(MEASURE_NAMES.filter((measure) => fields.has(MEASURES[measure].figure)));
}
