import { dayWords } from '../../../domain/figures/days';
import type { Filter } from '../../filters/parts';
import type { PagePeriod } from '../../filters/period';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  DividedFiguresDocument,
  type DividedFiguresQuery,
  FiguresDocument,
  type Measure,
} from '../../operations/__generated__/operations';
import { askPart } from '../ask-part';
import { comparedPeriods } from '../figures/compare-with';
import type { DrawnFigures } from '../figures/drawn-figures';
import type { MeasureTable } from '../figures/measure-table';
import { notNarrowedWords } from '../figures/narrowed';
import { toldFigure } from '../figures/told-figure';
import { trendTime, withoutTime } from '../figures/trend-time';
import { countingBy, type Reach, type ReachWithNames } from '../reach';
import { askCoverage, type CoverageLine, coverageWords } from './coverage-words';
import { byQuarter, dividedTables } from './divided';
import { BETTER, type Definition, isOfOmbudsmen, isState, kindOfMeasure, UNITS } from './measure-groups';

/** One line of a definition. */
export interface DefinitionLine {
  readonly term: string;
  readonly says: string;
}

/** The definition in full. */
export function definitionLines(
  definition: Definition,
  coverage: readonly CoverageLine[] = [],
): DefinitionLine[] {
  const { counts, numerator, denominator, datedBy, source, polarity, unit, version, since } = definition;
  const recorded = coverageWords(definition.measure, coverage);
  return [
    { term: unit === 'COUNT' ? 'Counts' : 'Measures', says: counts },
    ...(numerator === null ? [] : [{ term: 'Number', says: numerator }]),
    ...(denominator === null ? [] : [{ term: 'Of', says: denominator }]),
    { term: 'Dated by', says: datedBy },
    ...(recorded === null ? [] : [{ term: 'Recorded', says: recorded }]),
    { term: 'Source', says: source },
    { term: 'Which way is better', says: BETTER[polarity] },
    { term: 'Shown in', says: UNITS[unit] },
    { term: 'Version', says: `${version}, since ${dayWords(since)}` },
  ];
}

/** What is asked of a measure's page: only the kind of figures that the measure is of. */
function dividedVariables({ measure, unit }: Definition, period: PagePeriod) {
  const states = isState(measure);
  return {
    trend: { ...withoutTime(period.where), financialYears: [...period.years] },
    where: period.where,
    asAt: period.askedAsAt,
    isOfOmbudsmen: isOfOmbudsmen(measure),
    flows: !states,
    states,
    days: unit === 'WORKING_DAYS',
  };
}

/** Asks for the figure, and for what it is divided into: each can be missing without the other. */
export async function askMeasure(
  gateway: Gateway,
  {
    definition,
    period,
    reach,
    asking,
  }: { definition: Definition; period: PagePeriod; reach: Pick<Reach, 'isLost'>; asking: Asking },
) {
  const counting = countingBy(gateway, reach);
  const figure = {
    ...{ measures: measuresAsked(definition), where: period.where, asAt: period.askedAsAt },
    compareWith: comparedPeriods(period),
  };
  const [figures, divided, coverage] = await Promise.all([
    askPart(counting.ask(FiguresDocument, figure, asking)),
    askPart(counting.ask(DividedFiguresDocument, dividedVariables(definition, period), asking)),
    askCoverage(gateway, asking),
  ]);
  return { figure: figures?.figures?.[0] ?? null, divided, coverage };
}

/** Alone, calls are refused for a filter that says more than when; beside another measure they are null there. */
const measuresAsked = ({ measure }: Definition): Measure[] =>
  measure === 'CALLS' ? ['CALLS', 'RECEIVED'] : [measure];

/** A measure's tables: its quarters first. Null where they could not be had. */
export function tablesOf(
  answer: DividedFiguresQuery | null,
  { definition, period, reach }: { definition: Definition; period: PagePeriod; reach: ReachWithNames },
): { readonly trend: MeasureTable; readonly others: readonly MeasureTable[] } | null {
  if (answer === null) return null;
  const { quarters, filter: timeless } = trendTime(period);
  const divided = {
    ...{ definition, answer, filter: period.filter, timeless, quarters },
    services: reach.services,
  };
  return { trend: byQuarter(divided), others: dividedTables(divided) };
}

/** What the picture of a measure's quarters is drawn from: the numbers of its table. */
export function drawnTrend(
  table: MeasureTable,
  { definition, period }: { definition: Definition; period: PagePeriod },
): DrawnFigures {
  const { rows } = table;
  const numbers = rows.map(({ cells }) => cells.map(({ exact }) => (exact === '' ? null : Number(exact))));
  const series = {
    name: definition.title,
    measure: definition.measure,
    values: numbers.map(([value = null]) => value),
    hrefs: rows.map(({ cells: [cell] }) => cell?.href ?? null),
  };
  const parts = numbers.map(([, numerator = null, denominator = null]) => ({ numerator, denominator }));
  return {
    ...{ id: 'by-quarter', kind: 'lines', unit: definition.unit },
    title: `${definition.title} by quarter`,
    subtitle: definition.counts,
    subject: definition.title,
    compared: { periodsBack: QUARTERS_OF_A_YEAR, words: 'a year before' },
    isLastPartial: trendTime(period).isLastPartial,
    table,
    categories: rows.map(({ label }) => ({ label, shortLabel: shortened(label) })),
    series: [definition.unit === 'RATE' ? { ...series, parts } : series],
  };
}

const QUARTERS_OF_A_YEAR = 4;

/** "Q2 2021-22" as "Q2 21", as other axes have it. */
const shortened = (label: string): string => label.replace(/ \d\d(\d\d)-\d\d$/, ' $1');

/** The figure of the page's period in words; null where it could not be had. */
export function toldOf(
  figure: Awaited<ReturnType<typeof askMeasure>>['figure'],
  { definition, filter, period }: { definition: Definition; filter: Filter; period: PagePeriod },
) {
  if (figure === null) return null;
  const note = notNarrowedWords(kindOfMeasure(definition.measure), filter);
  return { ...toldFigure(figure, period.filter, note), openFaults: figure.openFaults };
}
