import { defineGauge } from '../metrics/gauge';
import { knownParts } from '../metrics/known-names';
import type { Family } from '../metrics/metric';
import { inTransaction } from '../transaction/transaction';
import { knownFollowers } from './count-steps';
import { BEGINNING, type Position } from './outbox';
import { OUTBOX_READER_SCOPE, type OutboxSource } from './read';
import { followsSource } from './relay';
import { type Consumer, PROJECTION } from './subscription';

const lag = defineGauge({
  name: 'complaints_outbox_lag_seconds',
  help: 'For each follower and outbox: how long ago the oldest event was published that the follower has not applied; 0 where there is none.',
  labels: { part: knownParts, follower: knownFollowers, source: knownParts },
});
const setAside = defineGauge({
  name: 'complaints_outbox_set_aside',
  help: 'Events that could not be applied and are set aside, by follower.',
  labels: { part: knownParts, follower: knownFollowers },
});

/** How far the followers are behind, and what they have set aside: one question to each follower, and one for it to the outboxes. */
export async function readLag({
  consumers,
  sources,
}: {
  readonly consumers: readonly Consumer[];
  readonly sources: readonly OutboxSource[];
}): Promise<readonly Family[]> {
  const read = await Promise.all(
    consumers.map(async (consumer) => {
      const followed = sources.filter(
        ({ name }) => name !== consumer.schema && followsSource(consumer, name),
      );
      const { places, aside } = await placesOf(consumer);
      const lags = await Promise.all(followed.map((source) => lagOf(source, places.get(source.name))));
      const labels = {
        part: knownParts.add(consumer.schema),
        follower: knownFollowers.add(consumer.follower.name),
      };
      return {
        lags: followed.map(
          ({ name }, place) => [{ ...labels, source: knownParts.add(name) }, lags[place] ?? 0] as const,
        ),
        aside: [labels, aside] as const,
      };
    }),
  );
  return [lag(read.flatMap(({ lags }) => lags)), setAside(read.map(({ aside }) => aside))];
}

type PlaceRow = Position & { readonly source: string };

async function placesOf({ schema, dataSource, follower: { name } }: Consumer) {
  return inTransaction(dataSource, PROJECTION, async (transaction) => {
    const rows = await transaction.query<PlaceRow>(
      `select source, xid::text, id::text from "${schema}".follower_place where follower = $1`,
      [name],
    );
    const [counted] = await transaction.query<{ aside: string }>(
      `select count(*)::text as aside from "${schema}".set_aside where follower = $1`,
      [name],
    );
    const places = new Map(rows.map(({ source, ...place }) => [source, place]));
    return { places, aside: Number(counted?.aside ?? 0) };
  });
}

async function lagOf({ name, dataSource }: OutboxSource, place: Position = BEGINNING): Promise<number> {
  const [row] = await inTransaction(dataSource, OUTBOX_READER_SCOPE, (transaction) =>
    transaction.query<{ seconds: string }>(
      `select extract(epoch from clock_timestamp() - at)::text as seconds from "${name}".outbox event
       where (event.xid, event.id) > ($1::xid8, $2::bigint) order by event.xid, event.id limit 1`,
      [place.xid, place.id],
    ),
  );
  return Math.max(0, Number(row?.seconds ?? 0));
}
