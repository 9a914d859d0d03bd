import type { Finding, Load, RecordToLoad } from '../../subgraphs/intake/subgraph';
import type { Hashed } from '../source';
import type { Delivery, Found, Placed } from './ports';

/** Records a destination gets at once: enough to be quick, few enough to hold no lock for long. */
const BATCH_ROWS = 1_000;

export interface ToDeliver<Record extends Hashed> {
  readonly delivery: Delivery<Record>;
  readonly personalColumns: ReadonlySet<string>;
}

/** Hands what is to be loaded to those who keep it, in order, and notes what they found. */
export async function deliver<Record extends Hashed>(
  load: Pick<Load, 'records' | 'note'>,
  { delivery, personalColumns }: ToDeliver<Record>,
): Promise<void> {
  for await (const batch of load.records(BATCH_ROWS)) {
    for (const [name, records] of byDestination<Record>(batch)) {
      const destination = delivery.destinations[name];
      if (!destination) throw new Error(`Nobody keeps records for ${name}`);
      const found = await destination.record(records);
      await load.note(found.map((one) => asFinding(one, delivery, personalColumns)));
    }
  }
}

function byDestination<Record>(batch: readonly RecordToLoad[]): Map<string, Placed<Record>[]> {
  const groups = new Map<string, Placed<Record>[]>();
  for (const { destination, ordinal, record } of batch) {
    const group = groups.get(destination) ?? [];
    groups.set(destination, group);
    // Staged by this import from its source's own records, a moment ago.
    group.push({ ordinal, record: record as Record });
  }
  return groups;
}

function asFinding<Record extends Hashed>(
  { ordinal, code }: Found,
  { explain }: Delivery<Record>,
  personalColumns: ReadonlySet<string>,
): Finding {
  const { column, action } = explain(code);
  return { ordinal, code, column, action, personal: column !== null && personalColumns.has(column) };
}
