import { channelNamed, directorateNamed, serviceNamed } from '../../../contracts/events/names';
import type { MappedWord } from '../../../domain/words/mapped-words';
import { createFollower, on } from '../../../platform/outbox/event-contract';
import type { PlacedEvent } from '../../../platform/outbox/outbox';
import type { Follower } from '../../../platform/server/subgraph';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import type { Transaction } from '../../../platform/transaction/transaction';
import { type KnownNameRow, knownName } from '../tables/reference';
import { decidedWords } from './mapped-words';

/** Keeps directory's names, which importers look up. A name that comes again, or late, does no harm. */
export const names: Follower = createFollower({
  name: 'names',
  follows: ['directory'],
  handlers: [
    on(serviceNamed, (transaction, events) =>
      keep(
        transaction,
        events.map((event) => nameRow('service', event, event.payload.formerNames)),
      ),
    ),
    on(directorateNamed, (transaction, events) =>
      keep(
        transaction,
        events.map((event) => nameRow('directorate', event, [])),
      ),
    ),
    on(channelNamed, (transaction, events) =>
      keep(
        transaction,
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

/** Keeps of each name its newest state. */
async function keep(transaction: Transaction, rows: readonly KnownNameRow[]): Promise<void> {
  const held = await transaction.query<KnownNameRow>('select * from intake.known_name');
  const newest = new Map(held.map((row) => [keyOf(row), row]));
  for (const row of rows) {
    if ((newest.get(keyOf(row))?.version ?? 0) < row.version) newest.set(keyOf(row), row);
  }
  await bulkUpsert(transaction, knownName, [...newest.values()]);
}

const keyOf = ({ kind, id }: KnownNameRow): string => `${kind}/${id}`;

/** The names in force, as directory published them. */
export interface NamesInForce {
  readonly services: readonly {
    readonly id: string;
    readonly name: string;
    readonly formerNames: readonly string[];
  }[];
  readonly directorates: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly { readonly name: string; readonly otherNames: readonly string[] }[];
  /** What people decided that other words mean, and from when. */
  readonly mapped: readonly MappedWord[];
}

/** Reads them in an import's transaction. Without directory's events there are none. */
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
