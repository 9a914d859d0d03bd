import { isDay } from '../../domain/calendar/day';
import type { LiveProcedure } from '../../domain/procedure/stage-version';
import { readGivenDay } from '../../platform/server/read-day';
import type { Resolvers } from '../../platform/server/subgraph';
import type { StreamContext } from '../reading/loaders';
import { commandEventsOf } from './commands/mutation-names';

/** How many concerns were settled in a time, of which no stage is left: their clocks tell. */
async function settledConcerns(
  _: unknown,
  asked: { readonly from: unknown; readonly to: unknown },
  { transaction, stream }: StreamContext,
): Promise<number> {
  const [from, to] = [readGivenDay('from', asked.from, isDay), readGivenDay('to', asked.to, isDay)];
  const [row] = await transaction.query<{ count: number }>(
    `select count(*)::int as count from "${stream.name}".live_clock
     where stages -> -1 ->> 'state' = 'SETTLED' and stages -> -1 ->> 'endedOn' between $1 and $2`,
    [from, to],
  );
  return row?.count ?? 0;
}

/** The count of a stream whose procedure settles concerns before they are complaints; nothing for others. */
export const settledResolvers = ({ stream, stages }: LiveProcedure): Resolvers =>
  commandEventsOf(stages).includes('settle')
    ? { Query: { [`${stream}SettledConcerns`]: settledConcerns } }
    : {};
