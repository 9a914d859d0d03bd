import type { DataSource } from 'typeorm';
import type { Clock } from '../../platform/config/clock';
import { inTransaction } from '../../platform/transaction/transaction';
import {
  LoadRefused,
  openLoad,
  openUndo,
  type PendingCorrection,
  type PendingUndo,
  pendingAmendments,
  type Reversal,
} from '../../subgraphs/intake/subgraph';
import { correctedRow } from '../corrections';
import type { Facts, Hashed, Source } from '../source';
import { BATCH_ROWS, byKeeper, deliver } from './deliver';
import { keptAs } from './kept-as';
import { type Keepers, keeperOf } from './ports';
import { stagedRow } from './stage-file';

/** What carrying out takes. */
export interface CarryOut {
  readonly sources: Readonly<Record<string, Source<Hashed>>>;
  readonly facts: Facts;
  readonly keepers: Keepers;
  /** Logged in as intake. */
  readonly intake: DataSource;
  readonly clock: Clock;
}

/**
 * Carries out what people decided and nobody has carried out yet, the oldest first: corrections and separated copies as
 * runs of one row each, by the same steps as a file; undone runs the other way round. Killed at any moment it leaves
 * each either waiting or done, and begins again where it was. What an import of the same source keeps from it waits for
 * the next time. Returns how many were settled, refused ones included.
 */
export async function carryOut(request: CarryOut): Promise<number> {
  const pending = await inTransaction(
    request.intake,
    { subject: 'import', role: 'import' },
    pendingAmendments,
  );
  const busy = new Set<string>();
  let settled = 0;
  for (const amendment of pending) {
    if (busy.has(amendment.source)) continue;
    if (await isSettled(request, amendment)) settled += 1;
    else busy.add(amendment.source);
  }
  return settled;
}

async function isSettled(request: CarryOut, amendment: PendingCorrection | PendingUndo): Promise<boolean> {
  const source = request.sources[amendment.source];
  if (!source) throw new Error(`There is no source called ${amendment.source}`);
  try {
    if (amendment.kind === 'undo') await undo(request, amendment, source);
    else await correct(request, amendment, source);
    return true;
  } catch (error) {
    if (!(error instanceof LoadRefused)) throw error;
    return error.code !== 'IMPORT_RUNNING';
  }
}

async function correct(
  { intake, clock, facts, keepers }: CarryOut,
  { id, file, row, cells }: PendingCorrection,
  source: Source<Hashed>,
): Promise<void> {
  const opening = { source: source.name, file, clock, trial: false, amendmentId: id };
  const load = await openLoad(intake, opening);
  try {
    const corrected = correctedRow({ ...row, cells }, source);
    const mapped = source.map(corrected, facts);
    if (mapped.kind !== 'taken') return await load.abandon('NOT_USABLE');
    const staged = stagedRow(corrected, mapped, source);
    await load.stage([staged]);
    await load.classify();
    if (await load.contests()) return await load.abandon('RECORD_HELD');
    await deliver(load, { keepers, source, facts });
    const counts = await load.count({ controlTotal: null, identityColumn: null });
    await load.settle({ sha256: staged.contentHash, counts, isWhole: false });
  } catch (error) {
    await load.abandon(null).catch(() => undefined);
    throw error;
  } finally {
    await load.end().catch(() => undefined);
  }
}

async function undo(
  { intake, clock, facts, keepers }: CarryOut,
  { id, source: name, runId, decidedBy: by }: PendingUndo,
  source: Source<Hashed>,
): Promise<void> {
  const undoing = await openUndo(intake, { amendmentId: id, source: name, runId, by, at: clock.now() });
  try {
    for await (const batch of undoing.reversals(BATCH_ROWS)) {
      await reverse(batch, { keepers, source, facts });
    }
    await undoing.settle();
  } finally {
    await undoing.end().catch(() => undefined);
  }
}

/** What was not there before is taken back, and so is what somebody else kept; what was is recorded again. */
async function reverse(
  batch: readonly Reversal[],
  { keepers, source, facts }: { keepers: Keepers; source: Source<Hashed>; facts: Facts },
): Promise<void> {
  const reversals = batch.map(({ now, before }, ordinal) => ({
    now: { ...keptAs(now, { source, facts }), ordinal },
    before: before === null ? null : { ...keptAs(before, { source, facts }), ordinal },
  }));
  const gone = reversals.flatMap(({ now, before }) => (before?.keeper === now.keeper ? [] : [now]));
  for (const [name, records] of byKeeper(gone)) await keeperOf(keepers, name).forget(records);
  const again = reversals.flatMap(({ before }) => before ?? []);
  for (const [name, records] of byKeeper(again)) await keeperOf(keepers, name).record(records);
}
