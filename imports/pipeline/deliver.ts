import type { HandedRecord, RecordFinding } from '../../platform/server/keeper';
import type { Finding, Load, RecordToLoad } from '../../subgraphs/intake/subgraph';
import type { Explanation, Facts, Hashed, Source } from '../source';
import { type Keepers, keeperOf } from './keeper';
import { keptRecord } from './kept-record';

/**
 * Records in one batch for a keeper: enough that what a batch costs as such is little beside its rows, few enough to hold no
 * lock for more than a second or two, and to be kept in memory twice.
 */
export const BATCH_ROWS = 4_000;

type Blamed = Pick<Source<Hashed>, 'findings' | 'personalColumns'>;

/**
 * Hands the records to load to their keepers, in order, and notes what they found. A record that another keeper had
 * before (a complaint that changed its stream) is removed there first.
 */
export async function deliver(
  load: Pick<Load, 'records' | 'note'>,
  { keepers, source, facts }: { keepers: Keepers; source: Source<Hashed>; facts: Facts },
): Promise<void> {
  for await (const batch of load.records(BATCH_ROWS)) {
    await removeReplaced(batch, { keepers, source, facts });
    for (const [name, records] of byKeeper(batch)) {
      const found = await keeperOf(keepers, name).keep(records);
      await load.note(found.map((one) => asFinding(one, source)));
    }
  }
}

async function removeReplaced(
  batch: readonly RecordToLoad[],
  { keepers, source, facts }: { keepers: Keepers; source: Source<Hashed>; facts: Facts },
): Promise<void> {
  const elsewhere = batch.flatMap(({ ordinal, keeper, replaces }) => {
    const before = replaces === null ? null : keptRecord(replaces, { source, facts });
    return before === null || before.keeper === keeper ? [] : [{ ...before, ordinal }];
  });
  for (const [name, records] of byKeeper(elsewhere)) await keeperOf(keepers, name).remove(records);
}

/** Records with who keeps them, by keeper; each in the order given. */
export function byKeeper(
  batch: readonly (HandedRecord & { readonly keeper: string })[],
): Map<string, HandedRecord[]> {
  const groups = new Map<string, HandedRecord[]>();
  for (const { keeper, ordinal, record } of batch) {
    const group = groups.get(keeper) ?? [];
    groups.set(keeper, group);
    group.push({ ordinal, record });
  }
  return groups;
}

const UNEXPLAINED: Explanation = { column: null, action: 'Recorded all the same.' };

function asFinding({ ordinal, code }: RecordFinding, { findings, personalColumns }: Blamed): Finding {
  const { column, action } = findings[code] ?? UNEXPLAINED;
  return { ordinal, code, column, action, personal: column !== null && personalColumns.has(column) };
}
