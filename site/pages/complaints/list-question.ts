import type { Parameters } from '../../filters/address';
import type { Choices, Filter } from '../../filters/parts';
import { readFilter } from '../../filters/read-filter';
import { isMeasureName, type MeasuredQuestion, readAsAt } from './measured';
import { type ListOrder, type PlainFilter, readOrder, readPlainFilter } from './plain-filter';

/** A list that an address asks for: what a figure counts, or complaints. */
export type ListQuestion = {
  readonly filter: Filter;
  /** What else the address says, without the place in the list. */
  readonly parameters: Parameters;
  readonly problems: readonly string[];
} & (
  | { readonly kind: 'measured'; readonly measured: MeasuredQuestion }
  | { readonly kind: 'plain'; readonly plain: PlainFilter; readonly order: ListOrder }
);

/** Reads which list is asked for; what makes no sense is left out and told. */
export function readListQuestion(query: Readonly<Record<string, unknown>>, choices: Choices): ListQuestion {
  const { filter, problems } = readFilter(query, choices);
  const told = problems.map(({ says }) => says);
  const { measure } = query;
  if (isMeasureName(measure)) {
    const asAt = readAsAt(query.asAt);
    const unread = query.asAt !== undefined && query.asAt !== '' && asAt === null;
    const asAtProblem = unread ? ['As at: write one day such as 2021-09-30.'] : [];
    return {
      kind: 'measured',
      filter,
      parameters: { measure, asAt },
      problems: [...told, ...asAtProblem],
      measured: { measure, filter, asAt },
    };
  }
  const plain = readPlainFilter(query, filter);
  const order = readOrder(query, plain.extras);
  const noMeasure =
    measure === undefined || measure === '' ? [] : ['There is no such measure: these are all complaints.'];
  return {
    kind: 'plain',
    filter,
    parameters: {
      ...plain.extras,
      ...(query.orderBy === order.field ? { orderBy: order.field, direction: order.direction } : {}),
    },
    problems: [...told, ...noMeasure, ...plain.problems],
    plain,
    order,
  };
}
