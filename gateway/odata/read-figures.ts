import type { TableRow } from '../../platform/files/table';
import { type FigureSet, figureRowId } from '../../platform/records/record-set';
import { askFigures, fieldOf } from '../exports/figures';
import type { Caller } from '../graph/caller';
import type { Graph } from '../graph/graph';
import { KEY, type Property } from './entity-sets';
import { evaluatorOf, type Values } from './filter/evaluate';
import { columnsOf, type ReadRows, type RowsAsked } from './read-rows';

interface Asking {
  readonly set: FigureSet;
  /** All that the set has, whichever of them are shown. */
  readonly properties: readonly Property[];
  readonly asked: RowsAsked;
}

/**
 * Reads a page of figures as a caller. They are asked of the graph whole, as it tells them to that caller, and then narrowed: what is
 * kept back since it is small is empty before anything is held against it. Throws a `Refusal` as the graph refuses.
 */
export async function readFigures(
  graph: Pick<Graph, 'ask'>,
  { set, properties, asked }: Asking,
  caller: Caller,
): Promise<ReadRows> {
  const fields = properties.flatMap(({ name }) => (name === KEY ? [] : [name]));
  const told = await askFigures(graph, { fields, variables: { by: set.by } }, caller);
  const { condition, place, size } = asked;
  const isWanted = condition === null ? () => true : evaluatorOf(condition, properties);
  const inOrder = byKey(asked.descending);
  const listed = told.rows
    .map((row) => withId(set, row))
    .filter(isWanted)
    .sort(inOrder);
  const isAfter = (row: Values) => place === null || inOrder(keyed(place.after[0] ?? ''), row) < 0;
  const rest = listed.filter(isAfter);
  const columns = columnsOf(asked);
  return {
    columns,
    rows: rest.slice(0, size).map((row): TableRow => columns.map((name) => row.get(name) ?? null)),
    hasMore: rest.length > size,
    counted: asked.isCounted ? listed.length : null,
  };
}

/** A row is known by what it is of. */
const withId = ({ by }: FigureSet, row: Values): Values =>
  new Map([[KEY, figureRowId(by.map((dimension) => row.get(fieldOf(dimension))))], ...row]);

const keyed = (key: string): Values => new Map([[KEY, key]]);

function byKey(descending: boolean): (a: Values, b: Values) => number {
  const order = (a: Values, b: Values) => {
    const [one, other] = [a.get(KEY) ?? '', b.get(KEY) ?? ''];
    return one < other ? -1 : one > other ? 1 : 0;
  };
  return (a, b) => (descending ? order(b, a) : order(a, b));
}
