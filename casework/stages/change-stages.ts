import type { Transaction } from '../../platform/transaction/transaction';
import { type Joined, joinStages, type PlacedStage } from '../joining/join-stages';
import type { StreamDefinition } from '../stream/definition';
import type { StageRow } from '../tables/case-tables';
import { complaintIdFor } from './ids';
import { lockAlternatives, lockComplaints } from './lock-related-stages';
import { publishComplaints } from './publish-complaints';
import type { StageState } from './stage-state';
import { removeStages, touchComplaints, writeAccounts, writeOwn, writeStages } from './write-stages';

export interface StageChange {
  readonly stream: StreamDefinition;
  readonly authority: string;
  /** All stages of all complaints concerned, as they are held, locked. */
  readonly related: ReadonlyMap<string, StageRow>;
  /** Stages that are new, or no longer say what is held of them. */
  readonly changed: readonly StageState[];
  /** Stages that are held and have to go. */
  readonly removed: readonly StageRow[];
}

/**
 * Writes stages and removes others, joins what then stands to complaints anew, and publishes each complaint that is not as
 * it was. What stays keeps its ids; a complaint that is left without stages keeps its version, and is published without any.
 */
export async function changeStages(transaction: Transaction, change: StageChange): Promise<Joined> {
  const { held, joined } = await joinAnew(transaction, change);
  const rewritten = new Set(change.changed.map(({ row }) => row.id));
  const moved = joined.stages.filter(
    (stage) => rewritten.has(stage.id) || held.get(stage.id)?.complaint_id !== stage.complaint_id,
  );
  if (moved.length > 0 || change.removed.length > 0)
    await write(transaction, change, { held, joined, moved });
  return joined;
}

interface Rejoined {
  /** As stages are held, also of complaints that came into it. */
  readonly held: ReadonlyMap<string, StageRow>;
  readonly joined: Joined;
}

/**
 * Joins what will stand. A child of a stage that went may find another parent, and a stage that leaves its complaint may
 * find the id in use that it would begin one with: then those complaints are concerned too.
 */
async function joinAnew(
  transaction: Transaction,
  { stream: { name: schema }, related, changed, removed }: StageChange,
): Promise<Rejoined> {
  const stood = [...removed, ...changed.flatMap(({ row }) => standingElsewhere(related.get(row.id), row))];
  const held = new Map([...related, ...(await lockAlternatives(transaction, { schema, stood }))]);
  const looked = new Set(changed.map(({ row }) => complaintIdFor(row.id)));
  for (;;) {
    const joined = joinStages(standing(held, { changed, removed }), complaintIdFor);
    for (const { complaint_id } of held.values()) looked.add(complaint_id);
    const made = [...new Set(joined.stages.map((stage) => stage.complaint_id))].filter(
      (id) => !looked.has(id),
    );
    if (made.length === 0) return { held, joined };
    const others = await lockComplaints(transaction, { schema, complaintIds: made });
    if (others.size === 0) return { held, joined };
    for (const [id, stage] of others) held.set(id, stage);
    for (const id of made) looked.add(id);
  }
}

/** What was held, where others were found by it who may now have to find another parent. */
function standingElsewhere(held: StageRow | undefined, now: StageState['row']): StageRow[] {
  if (held === undefined) return [];
  const same = held.source === now.source && held.own_key === now.own_key && held.number === now.number;
  return same ? [] : [held];
}

/** The stages of all complaints concerned, as they stand after the change. */
function standing(
  held: ReadonlyMap<string, StageRow>,
  { changed, removed }: Pick<StageChange, 'changed' | 'removed'>,
): PlacedStage[] {
  const stages = new Map<string, PlacedStage>(held);
  for (const { id } of removed) stages.delete(id);
  for (const { row } of changed) {
    stages.set(row.id, { ...row, complaint_id: held.get(row.id)?.complaint_id ?? null });
  }
  return [...stages.values()];
}

async function write(
  transaction: Transaction,
  { stream, authority, changed, removed }: StageChange,
  { held, joined, moved }: Rejoined & { readonly moved: readonly StageRow[] },
): Promise<void> {
  const schema = stream.name;
  const complaintIds = new Set([
    ...[...moved, ...removed].map((stage) => stage.complaint_id),
    ...moved.flatMap((stage) => held.get(stage.id)?.complaint_id ?? []),
    ...joined.dissolved,
  ]);
  const complaints = await touchComplaints(transaction, {
    schema,
    complaintIds: [...complaintIds],
    authority,
  });
  await removeStages(transaction, { stream, stageIds: removed.map(({ id }) => id) });
  // Sent together, and done in this order.
  await Promise.all([
    writeStages(transaction, schema, moved),
    writeOwn(transaction, stream.ownStage, changed),
    writeAccounts(transaction, schema, changed),
    ...(stream.ownAccount ? [writeOwn(transaction, stream.ownAccount, changed)] : []),
  ]);
  await publishComplaints(transaction, stream, { complaints, stages: joined.stages });
}
