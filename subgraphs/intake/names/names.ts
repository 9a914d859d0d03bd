import { channelNamed, directorateNamed, serviceNamed } from '../../../contracts/events/names';
import type { NamesInForce } from '../../../contracts/names-in-force';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Follower } from '../../../platform/server/subgraph';
import type { Transaction } from '../../../platform/transaction/transaction';
import { upsertNewest } from '../../../platform/transaction/upsert-newest';
import { type KnownNameRow, knownName } from '../tables/reference';
import { decidedWords } from './mapped-words';

/** Keeps directory's names, which importers look up. A name that comes again, or late, does no harm. */
export const names: Follower = createFollower({
  name: 'names',
  follows: ['directory'],
  handlers: [
    on(serviceNamed, (transaction, events) =>
      upsertNewest(
        transaction,
        knownName,
        events.map((event) => nameRow('service', event, event.payload.formerNames)),
      ),
    ),
    on(directorateNamed, (transaction, events) =>
      upsertNewest(
        transaction,
        knownName,
        events.map((event) => nameRow('directorate', event, [])),
      ),
    ),
    on(channelNamed, (transaction, events) =>
      upsertNewest(
        transaction,
        knownName,
        events.map((event) => nameRow('channel', event, event.payload.otherNames)),
      ),
    ),
  ],
  async reset(transaction) {
    await transaction.query('delete from intake.known_name');
  },
});

function nameRow(
  kind: KnownNameRow['kind'],
  { version, payload: { id, name } }: PlacedEvent<{ readonly id: string; readonly name: string }>,
  otherNames: readonly string[],
): KnownNameRow {
  return { kind, id, name, other_names: [...otherNames], version };
}

/** Reads the names in force, in an import's transaction. Without directory's events there are none. */
export async function namesInForce(transaction: Transaction): Promise<NamesInForce> {
  const rows = await transaction.query<KnownNameRow>('select * from intake.known_name order by kind, id');
  const of = (kind: KnownNameRow['kind']) => rows.filter((row) => row.kind === kind);
  return {
    services: of('service').map(({ id, name, other_names }) => ({ id, name, formerNames: other_names })),
    directorates: of('directorate').map(({ id, name }) => ({ id, name })),
    channels: of('channel').map(({ name, other_names }) => ({ name, otherNames: other_names })),
    mapped: await decidedWords(transaction),
  };
}
