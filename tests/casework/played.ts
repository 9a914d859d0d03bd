import type { StreamSubgraph } from '../../casework/stream/create-stream';
import type { ClockCalendars } from '../../domain/clocks/deadline';
import type { DataSource } from '../../platform/transaction/transaction';

/** The complaints beside the played one that commands may name, by what random commands call them: what is not here is nowhere. */
export type Others = ReadonlyMap<string, string>;

/** Where a sequence is played: a stream's own login to the database, the calendars that hold there, and complaints beside it. */
export interface Played {
  readonly stream: StreamSubgraph;
  readonly dataSource: DataSource;
  readonly calendars: ClockCalendars;
  readonly others: Others;
}
