import { noteFile } from '../exports/note-file';
import { refuseOthers } from '../exports/open-records';
import type { Caller } from '../graph/caller';
import type { Graph } from '../graph/graph';
import type { AskedPage } from './asked-page';
import type { EntitySet } from './entity-sets';
import { readFigures } from './read-figures';
import { type ReadRows, readRecords } from './read-rows';
import { PATH } from './service-root';

/** The graph, as far as sets need it. */
export type SetGraph = Pick<Graph, 'ask' | 'page'>;

interface Asking {
  readonly set: EntitySet;
  readonly asked: Omit<AskedPage, 'isSelected' | 'wanted' | 'question'>;
}

/** Reads rows of a set as a caller. Throws a `Refusal` for who may not, and for what the graph or a part refuses. */
export function readRows(graph: SetGraph, { set, asked }: Asking, caller: Caller): Promise<ReadRows> {
  const { of, properties } = set;
  if ('figures' in of) return readFigures(graph, { set: of.figures, properties, asked }, caller);
  refuseOthers(of.records, caller.identity, {
    ...{ address: `${PATH}/${set.name}`, figures: `${PATH}/QuarterlyFigures` },
  });
  return readRecords(graph, { set: of.records, asked }, caller);
}

interface Leaving {
  readonly set: EntitySet;
  readonly parameters: URLSearchParams;
  /** Which one, where one is asked for. */
  readonly key: string | null;
  readonly rows: number;
}

/** Has it noted for auditors that rows leave, before the first of them does. Throws a `Refusal` where that cannot be. */
export function noteRows(
  graph: SetGraph,
  { set, parameters, key, rows }: Leaving,
  caller: Caller,
): Promise<void> {
  const { name } = 'figures' in set.of ? set.of.figures : set.of.records;
  const narrowed = new URLSearchParams([
    ...(key === null ? [] : [['id', key]]),
    ...[...parameters].filter(([parameter]) => parameter !== '$skiptoken'),
  ]);
  return noteFile(graph, { name: `odata.${name}`, filter: narrowed.toString(), rows }, caller);
}
