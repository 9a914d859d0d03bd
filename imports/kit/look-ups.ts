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
 * Reads a word by the list of a system's words. An unknown one says nothing, and is kept as written: with its fault, unless
 * people decided since what it means, which whoever keeps the record gives it. A blank one is just not recorded.
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
    readonly decided?: (written: string) => unknown;
  },
): ListedWord<Meaning> {
  const read = readWord(cell(column), table);
  if (read.kind === 'unknown' && decided(read.written) === null) add(column, unknown);
  return { means: read.kind === 'word' ? read.means : null, written: readWritten(cell(column)) };
}

/** Where names are looked up: as they were when the record was received. */
export interface NamesThen {
  readonly names: Names;
  readonly receivedOn: Day | undefined;
}

/**
 * The service that a column names. One that nobody knows is kept as written with its fault; one that people decided on is
 * kept as written, and whoever keeps the record says which it is.
 */
export function serviceIn<Column extends string>(
  row: Pick<RowFaults<Column, 'UNKNOWN_SERVICE'>, 'cell' | 'add'>,
  column: Column,
  { names, receivedOn }: NamesThen,
): { readonly serviceId: string | null; readonly serviceWritten: string | null } {
  const serviceWritten = readWritten(row.cell(column));
  const serviceId = serviceWritten === null ? null : names.serviceIdOf(row.cell(column), receivedOn);
  if (serviceWritten !== null && serviceId === null) row.add(column, 'UNKNOWN_SERVICE');
  return { serviceId: names.isDecided('service', row.cell(column)) ? null : serviceId, serviceWritten };
}

/** The channel that a column names, in the same way. */
export function channelIn<Column extends string>(
  row: Pick<RowFaults<Column, 'UNKNOWN_CHANNEL'>, 'cell' | 'add'>,
  column: Column,
  { names, receivedOn }: NamesThen,
): { readonly channel: string | null; readonly channelWritten: string | null } {
  const channelWritten = readWritten(row.cell(column));
  const channel = channelWritten === null ? null : names.channelOf(row.cell(column), receivedOn);
  if (channelWritten !== null && channel === null) row.add(column, 'UNKNOWN_CHANNEL');
  return { channel: names.isDecided('channel', row.cell(column)) ? null : channel, channelWritten };
}
