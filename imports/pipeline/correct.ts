import { type HeldRow, openLoad, type PendingCorrection } from '../../subgraphs/intake/subgraph';
import { correctedRow } from '../corrections';
import type { Hashed, Source } from '../source';
import { deliver } from './deliver';
import { keptRow } from './keep-people-out';
import { type CarryOut, keeperOf } from './keeper';
import { type KeptRecord, keptRecord } from './kept-record';
import { stagedRow } from './stage-file';

/** Records a corrected row as a run of its own, by the steps of a file. Throws `LoadRefused` while it has to wait. */
export async function correct(
  request: CarryOut,
  { id, file, row, cells, clearedFor }: PendingCorrection,
  source: Source<Hashed>,
): Promise<void> {
  const { intake, clock, facts, keepers } = request;
  const load = await openLoad(intake, { source: source.name, file, clock, dryRun: false, amendmentId: id });
  try {
    const corrected = correctedRow({ ...row, cells }, source);
    const mapped = source.map(corrected, facts);
    if (mapped.kind !== 'taken') return await load.abandon('NOT_USABLE');
    const staged = keptRow(stagedRow(corrected, mapped, source, facts), source, await load.gone());
    const { keeper, kept, owner = keeper } = source.place(mapped.record);
    if (!isCleared(owner, clearedFor)) return await load.abandon('OTHER_STREAM');
    await load.stageRows([staged]);
    await load.classify();
    const held = await load.rowInTheWay(clearedFor);
    if (held !== null) {
      await removeStray(request, source, { held, delivered: { keeper, record: kept } });
      return await load.abandon('RECORD_HELD');
    }
    await deliver(load, { keepers, source, facts });
    const counts = await load.count({ controlTotal: null, identityColumn: null });
    await load.commit({ sha256: staged.contentHash, counts, isWhole: false });
  } catch (error) {
    await load.abandon(null).catch(() => undefined);
    throw error;
  } finally {
    await load.end().catch(() => undefined);
  }
}

/** Whether somebody cleared for these streams (null for all) may correct a row into one of this owner. */
const isCleared = (owner: string | null, clearedFor: readonly string[] | null): boolean =>
  clearedFor === null || (owner !== null && clearedFor.includes(owner));

/**
 * A correction that was killed after its record was delivered may find another row held by now. Where another keeper has
 * that one, the delivered record would stay behind without a held row; where the same keeper has it, it has been
 * overwritten.
 */
async function removeStray(
  { keepers, facts }: CarryOut,
  source: Source<Hashed>,
  { held, delivered }: { held: HeldRow; delivered: KeptRecord },
): Promise<void> {
  if (keptRecord(held, { source, facts }).keeper === delivered.keeper) return;
  await keeperOf(keepers, delivered.keeper).remove([{ ordinal: 1, record: delivered.record }]);
}
