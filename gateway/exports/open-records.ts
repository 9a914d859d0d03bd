import { refusalOf } from '../../platform/identity/guard';
import type { Identity } from '../../platform/identity/identity';
import type { RecordSet } from '../../platform/records/record-set';
import { Refusal } from '../entrance/refusal';
import { RecordsRefused } from '../graph/ask-records';
import type { Caller } from '../graph/caller';
import type { Graph } from '../graph/graph';
import { type Filters, readFilter } from './filter-parts';
import { FORMATS, type FormatName, writingFor } from './formats';
import { readTabbed } from './read-tabbed';
import { refusalInGraph } from './refusal-in-graph';
import { sendCsv } from './send-csv';
import type { OpenTable } from './table';

/** A set whose rows say when they changed can be read from a moment on, whatever the filter of the graph that it is narrowed by. */
const CHANGED_AT = 'changedAt';
const CHANGED_SINCE = ['changedSince', { isList: false, of: 'DateTime' }] as const;

/** What is asked for, and how it is to be written. */
export interface AskedRecords {
  readonly set: RecordSet;
  readonly format: FormatName;
  readonly parameters: URLSearchParams;
}

/**
 * Has records sent to a caller. Throws a `Refusal` for what cannot be asked, and for who may not: single records are kept from those
 * to whom small numbers are not told, who could count them.
 */
export async function openRecords(
  { graph, filters }: { readonly graph: Pick<Graph, 'records'>; readonly filters: Filters },
  { set, format, parameters }: AskedRecords,
  caller: Caller,
): Promise<OpenTable> {
  refuseOthers(set, caller.identity, exported(set));
  const parts = new Map([
    ...((set.filter && filters.get(set.filter)) || []),
    ...(isDated(set) ? [CHANGED_SINCE] : []),
  ]);
  const { changedSince = null, ...where } = readFilter(parameters, parts);
  const { records, ...told } = await graph
    .records({ set, where, changedSince, writing: writingFor(format) }, caller)
    .catch((error: unknown) => {
      throw error instanceof RecordsRefused ? refusalInGraph(error.told) : error;
    });
  const table = {
    ...{ name: set.name, description: set.description, columns: set.columns, asked: parameters.toString() },
    ...told,
  };
  return {
    table,
    chunks: () =>
      format === 'csv'
        ? sendCsv(records, told.count)
        : FORMATS[format].write(table, readTabbed(records, told.count)),
    discard: () => void records.destroy(),
  };
}

const isDated = ({ columns }: Pick<RecordSet, 'columns'>): boolean =>
  columns.some(({ name }) => name === CHANGED_AT);

/** Where a set is had as a file, and where figures are. */
export const exported = ({ name }: Pick<RecordSet, 'name'>) => ({
  ...{ address: `/exports/${name}`, figures: '/exports/measures' },
});

/** Throws a `Refusal` (403) for whoever may not ask for a set at an address. `figures` is where figures are told. */
export function refuseOthers(
  { scope }: Pick<RecordSet, 'scope'>,
  { scopes, smallNumbersBelow, subject }: Identity,
  { address, figures }: { readonly address: string; readonly figures: string },
): void {
  const message =
    smallNumbersBelow === undefined
      ? refusalOf(address, { guards: [[[scope]]], held: scopes })
      : `Single records are not told where small numbers are protected. Ask ${figures} for figures.`;
  if (message !== null) throw new Refusal(403, 'FORBIDDEN', message, null, subject);
}
