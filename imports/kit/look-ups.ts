import type { Day } from '../../domain/calendar/day';
import { readWord, readWritten, type WordTable } from '../cells/text';
import type { Names } from './names';
import type { RowFaults } from './row-faults';

/** What a column says, by the list of its words. */
export interface ListedWord<Meaning> {
  readonly means: Meaning | null;
  /** As it was written; null where the cell is blank. */
  readonly written: string | null;
}

/**
 * Reads a word by the list of a system's words, or by what people decided since. An unknown one says nothing, and is kept
 * as written with its fault; a blank one is just not recorded.
 */
export function wordIn<Column extends string, Code extends string, Meaning>(
  { cell, add }: Pick<RowFaults<Column, Code>, 'cell' | 'add'>,
  column: Column,
  {
    table,
    unknown,
    decided = () => null,
  }: {
    readonly table: WordTable<Meaning>;
    readonly unknown: Code;
    readonly decided?: (written: string) => Meaning | null;
  },
): ListedWord<Meaning> {
  const read = readWord(cell(column), table);
  const means = read.kind === 'unknown' ? decided(read.written) : read.kind === 'word' ? read.means : null;
  if (read.kind === 'unknown' && means === null) add(column, unknown);
  return { means, written: readWritten(cell(column)) };
}

/** Where names are looked up: as they were when the record was received. */
export interface NamesThen {
  readonly names: Names;
  readonly receivedOn: Day | undefined;
}

/** The service that a column names. One that nobody knows is kept as written with its fault. */
export function serviceIn<Column extends string>(
  row: Pick<RowFaults<Column, 'UNKNOWN_SERVICE'>, 'cell' | 'add'>,
  column: Column,
  { names, receivedOn }: NamesThen,
): { readonly serviceId: string | null; readonly serviceWritten: string | null } {
  const serviceWritten = readWritten(row.cell(column));
  const serviceId = serviceWritten === null ? null : names.serviceIdOf(row.cell(column), receivedOn);
  if (serviceWritten !== null && serviceId === null) row.add(column, 'UNKNOWN_SERVICE');
  return { serviceId, serviceWritten };
}

/** The channel that a column names. One that nobody knows is kept as written with its fault. */
export function channelIn<Column extends string>(
  row: Pick<RowFaults<Column, 'UNKNOWN_CHANNEL'>, 'cell' | 'add'>,
  column: Column,
  { names, receivedOn }: NamesThen,
): { readonly channel: string | null; readonly channelWritten: string | null } {
  const channelWritten = readWritten(row.cell(column));
  const channel = channelWritten === null ? null : names.channelOf(row.cell(column), receivedOn);
  if (channelWritten !== null && channel === null) row.add(column, 'UNKNOWN_CHANNEL');
  return { channel, channelWritten };
}
