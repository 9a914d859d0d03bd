import { LAST_DAY } from '../../domain/calendar/day';
import type { HeldRow } from '../../subgraphs/intake/subgraph';
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
 * longer that record, so that nothing is removed by halves.
 */
export function keptRecord(
  { identity, line, raw }: HeldRow,
  { source, facts }: { source: Source<Hashed>; facts: Facts },
): KeptRecord {
  const row = { line, cells: rawCells(raw) };
  // By a clock that was set back, days that had been accepted lie in the future; by later rules, some cannot be meant.
  const anyDay = { ...facts, today: ANY_DAY };
  for (const judged of [facts, anyDay, { ...anyDay, isHeld: true }]) {
    const mapped = source.map(row, judged);
    if (mapped.kind !== 'taken' || mapped.identity !== identity) continue;
    const { keeper, kept } = source.place(mapped.record);
    return { keeper, record: kept };
  }
  throw new Error(`The row held from line ${line} of ${source.name} is no record now`);
}
