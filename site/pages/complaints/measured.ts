import { isDay } from '../../../domain/calendar/day';
import { countWords, durationWords, rateWords } from '../../../domain/figures/numbers';
import type { Filter } from '../../filters/parts';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  CountedListDocument,
  type CountedListQuery,
  type CountedListQueryVariables,
} from '../../operations/__generated__/operations';
import { askLines } from './ask-lines';
import type { Lines } from './lines';
import { type CountedNode, countedRow, type ListRow, listedOf } from './rows';

/** A list of what a figure counts, as an address asks for it. */
export interface MeasuredQuestion {
  readonly measure: CountedListQueryVariables['measure'];
  readonly filter: Filter;
  readonly asAt: string | null;
}

/** Whether a text is written as measures are; which there are, the graph decides. */
export const isMeasureName = (text: unknown): text is MeasuredQuestion['measure'] =>
  typeof text === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(text);

/** The day of an address as at which it asks; null where it names none, or what is no day. */
export const readAsAt = (given: unknown): string | null =>
  typeof given === 'string' && isDay(given) ? given : null;

export interface MeasuredPage {
  readonly counted: NonNullable<CountedListQuery['counted']>;
  readonly figure: NonNullable<CountedListQuery['figures']>[number];
  readonly rows: readonly ListRow[];
  readonly lost: Lines['lost'];
}

/** Asks for a page of what a figure counts. Throws `GatewayRefusal` where the figure itself cannot be had. */
export async function askMeasured(
  gateway: Gateway,
  asking: Asking,
  {
    measure,
    filter,
    asAt,
    first,
    after,
  }: MeasuredQuestion & { readonly first: number; readonly after: string | null },
): Promise<MeasuredPage> {
  const answer = await gateway.ask(
    CountedListDocument,
    { measure, where: filter, asAt, first, after },
    asking,
  );
  const { counted, figure } = partsOf(answer);
  const nodes = counted.edges.flatMap(({ node }): CountedNode[] => (node === null ? [] : [node]));
  const lines = await askLines(gateway, asking, listedOf(nodes));
  const at = { asAt: counted.asAt, isCut: asAt !== null };
  return { counted, figure, rows: nodes.map((node) => countedRow(node, lines, at)), lost: lines.lost };
}

function partsOf({ counted, figures }: CountedListQuery): Pick<MeasuredPage, 'counted' | 'figure'> {
  const [figure] = figures ?? [];
  if (counted === null || figure === undefined)
    throw new Error('The gateway answered a list without its figure');
  return { counted, figure };
}

/** The head of a list of what a figure counts: its number, and how the list comes to it. */
export interface MeasuredHead {
  readonly title: string;
  /** The figure in words, and exactly; empty for what was not recorded. */
  readonly value: string;
  readonly exact: string;
  /** How many are listed, and what they are. */
  readonly says: string;
}

/** The head of such a list, whose length is the figure itself or what it is divided by. */
export function measuredHead({ counted, figure }: Pick<MeasuredPage, 'counted' | 'figure'>): MeasuredHead {
  const { value, numerator, denominator, definition } = figure;
  const total = countWords(counted.totalCount);
  const head = { title: definition.title, exact: value === null ? '' : String(value) };
  if (definition.unit === 'COUNT')
    return { ...head, value: countWords(value), says: `${sentence(definition.counts)}.` };
  const of = `The list is what the figure is divided by: ${lower(definition.denominator ?? definition.counts)}, ${total}.`;
  if (definition.unit === 'WORKING_DAYS')
    return { ...head, value: durationWords(value), says: of.replace('divided by', 'of') };
  const counts = numerator === null ? '' : ` Of these, ${countWords(numerator)} make up the share.`;
  return { ...head, value: rateWords({ value, numerator, denominator }), says: `${of}${counts}` };
}

const lower = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
const sentence = (text: string): string => text.replace(/\.$/, '');
