import type { FoundOfRecord, HandedRecord } from '../../platform/server/keeper';
import type { Finding, Load, RecordToLoad } from '../../subgraphs/intake/subgraph';
import type { Explanation, Hashed, Source } from '../source';
import type { Keepers } from './ports';

/** Records a keeper gets at once: enough to be quick, few enough to hold no lock for long. */
const BATCH_ROWS = 1_000;

type Blamed = Pick<Source<Hashed>, 'findings' | 'personalColumns'>;

/** Hands what is to be loaded to those who keep it, in order, and notes what they found. */
export async function deliver(
  load: Pick<Load, 'records' | 'note'>,
  { keepers, source }: { keepers: Keepers; source: Blamed },
): Promise<void> {
  for await (const batch of load.records(BATCH_ROWS)) {
    for (const [name, records] of byKeeper(batch)) {
      const keeper = keepers[name];
      if (!keeper) throw new Error(`Nobody keeps records for ${name}`);
      const found = await keeper.record(records);
      await load.note(found.map((one) => asFinding(one, source)));
    }
  }
}

function byKeeper(batch: readonly RecordToLoad[]): Map<string, HandedRecord[]> {
  const groups = new Map<string, HandedRecord[]>();
  for (const { keeper, ordinal, record } of batch) {
    const group = groups.get(keeper) ?? [];
    groups.set(keeper, group);
    group.push({ ordinal, record });
  }
  return groups;
}

const UNEXPLAINED: Explanation = { column: null, action: 'Recorded all the same.' };

function asFinding({ ordinal, code }: FoundOfRecord, { findings, personalColumns }: Blamed): Finding {
  const { column, action } = findings[code] ?? UNEXPLAINED;
  return { ordinal, code, column, action, personal: column !== null && personalColumns.has(column) };
}
