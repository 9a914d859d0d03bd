import { toDay } from '../../domain/calendar/day';
import type { KeptRow } from '../../subgraphs/intake/subgraph';
import { rawCells } from '../corrections';
import type { Facts, Hashed, Source } from '../source';

/** The record that a held row is, and who keeps it. */
export interface KeptAs {
  readonly keeper: string;
  readonly record: object;
}

/** No day that a row was judged by is later: on it, nothing that was taken lies in the future. */
const ANY_DAY = toDay('9999-12-31');

/**
 * What a row that is or was held is kept as: worked out from the row anew, by the names in force. Throws where it is no
 * record any longer, so that nothing is taken back by halves.
 */
export function keptAs(
  { line, raw }: KeptRow,
  { source, facts }: { source: Source<Hashed>; facts: Facts },
): KeptAs {
  const cells = rawCells(raw);
  const today = source.map({ line, cells }, facts);
  // A clock that was put back makes a future of what had been taken.
  const mapped = today.kind === 'taken' ? today : source.map({ line, cells }, { ...facts, today: ANY_DAY });
  if (mapped.kind !== 'taken')
    throw new Error(`The row held from line ${line} of ${source.name} is no record now`);
  const { keeper, kept } = source.place(mapped.record);
  return { keeper, record: kept };
}
