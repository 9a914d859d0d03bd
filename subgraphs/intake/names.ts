import type { MappedWord } from '../../domain/words/mapped-words';
import type { PlacedEvent } from '../../platform/outbox/outbox';
import type { Follower } from '../../platform/server/subgraph';
import { bulkUpsert } from '../../platform/transaction/bulk';
import type { Transaction } from '../../platform/transaction/transaction';
import type { KnownNameRow } from './tables/reference';
import { decidedWords } from './words';

/** What directory tells of a name; services have former names, channels other ones, directorates neither. */
interface Named {
  readonly id: string;
  readonly name: string;
  readonly formerNames?: readonly string[];
  readonly otherNames?: readonly string[];
}

const KINDS: Readonly<Record<string, KnownNameRow['kind']>> = {
  'service-named': 'service',
  'directorate-named': 'directorate',
  'channel-named': 'channel',
};

const COLUMNS = { kind: 'text', id: 'text', name: 'text', other_names: 'text[]', version: 'bigint' } as const;

/** Keeps directory's names, which importers look up. A name told again, or told late, does no harm. */
export const names: Follower = {
  name: 'names',
  follows: ['directory'],
  kinds: Object.keys(KINDS),
  async apply(transaction, events) {
    const held = await transaction.query<KnownNameRow>('select * from intake.known_name');
    const newest = new Map(held.map((row) => [keyOf(row), row]));
    for (const row of events.flatMap(rowOf)) {
      if ((newest.get(keyOf(row))?.version ?? 0) < row.version) newest.set(keyOf(row), row);
    }
    await bulkUpsert(transaction, { table: 'intake.known_name', columns: COLUMNS, key: ['kind', 'id'] }, [
      ...newest.values(),
    ]);
  },
  async reset(transaction) {
    await transaction.query('delete from intake.known_name');
  },
};

const keyOf = ({ kind, id }: KnownNameRow): string => `${kind}/${id}`;

function rowOf({ kind, version, payload }: PlacedEvent): KnownNameRow[] {
  const { id, name, formerNames, otherNames } = payload as Named;
  const means = KINDS[kind];
  return means
    ? [{ kind: means, id, name, other_names: [...(formerNames ?? otherNames ?? [])], version }]
    : [];
}

/** The names in force, as directory's events told them. */
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
