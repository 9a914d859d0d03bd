import { LAST_DAY } from '../../domain/calendar/day';
import type { KeptRow } from '../../subgraphs/intake/subgraph';
import { rawCells } from '../corrections';
import type { Facts, Hashed, Source } from '../source';

/** The record of a held row, and who keeps it. */
export interface KeptRecord {
  readonly keeper: string;
  readonly record: object;
}

/** No day that a row was judged by is later: on it, nothing that was taken lies in the future. */
const ANY_DAY = LAST_DAY;

/**
 * The record of a row that is or was held: mapped again from the row, by the names in force. Throws where it is no
 * longer a record, so that nothing is removed by halves.
 */
export function keptRecord(
  { line, raw }: KeptRow,
  { source, facts }: { source: Source<Hashed>; facts: Facts },
): KeptRecord {
  const cells = rawCells(raw);
  const today = source.map({ line, cells }, facts);
  // By a clock that was set back, days that had been accepted lie in the future.
  const mapped = today.kind === 'taken' ? today : source.map({ line, cells }, { ...facts, today: ANY_DAY });
  if (mapped.kind !== 'taken')
    throw new Error(`The row held from line ${line} of ${source.name} is no record now`);
  const { keeper, kept } = source.place(mapped.record);
  return { keeper, record: kept };
}
