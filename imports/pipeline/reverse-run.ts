import { openUndo, type PendingUndo, type Reversal } from '../../subgraphs/intake/subgraph';
import type { Facts, Hashed, Source } from '../source';
import { BATCH_ROWS, byKeeper } from './deliver';
import { type CarryOut, type Keepers, keeperOf } from './keeper';
import { keptRecord } from './kept-record';

/** Removes what a run brought and records what it had replaced. Throws `LoadRefused` while it has to wait. */
export async function reverseRun(
  { intake, clock, facts, keepers }: CarryOut,
  { id, runId, decidedBy: by }: PendingUndo,
  source: Source<Hashed>,
): Promise<void> {
  const undoing = await openUndo(intake, {
    amendmentId: id,
    source: source.name,
    runId,
    by,
    at: clock.now(),
  });
  try {
    for await (const batch of undoing.reversals(BATCH_ROWS)) {
      await reverse(batch, { keepers, source, facts });
    }
    await undoing.commit();
  } finally {
    await undoing.end().catch(() => undefined);
  }
}

/** Removes what was not there before, and what another keeper had; records the state before again. */
async function reverse(
  batch: readonly Reversal[],
  { keepers, source, facts }: { keepers: Keepers; source: Source<Hashed>; facts: Facts },
): Promise<void> {
  const reversals = batch.map(({ now, before }, ordinal) => ({
    now: { ...keptRecord(now, { source, facts }), ordinal },
    before: before === null ? null : { ...keptRecord(before, { source, facts }), ordinal },
  }));
  const gone = reversals.flatMap(({ now, before }) => (before?.keeper === now.keeper ? [] : [now]));
  for (const [name, records] of byKeeper(gone)) await keeperOf(keepers, name).remove(records);
  const again = reversals.flatMap(({ before }) => before ?? []);
  for (const [name, records] of byKeeper(again)) await keeperOf(keepers, name).keep(records);
}
