import type { DataSource } from 'typeorm';
import { publish } from '../platform/outbox/outbox';
import { inTransaction, type Transaction } from '../platform/transaction/transaction';
import { type DatedStage, dateStage } from './date-stage';
import { factsOf } from './derived';
import { COMPLAINT_CHANGED } from './events';
import { groupBy } from './group-by';
import type { HistoricStage, HistoryFault } from './history';
import { complaintIdFor } from './ids';
import { type Joined, joinStages, type PlacedStage } from './join-stages';
import { holdMappedWords } from './mapped-words';
import { lockRelatedStages } from './related-stages';
import { enumName, type StreamDefinition } from './stream';
import type { StageRow } from './tables';
import { withMeanings } from './with-meanings';
import { touchComplaints, writeAccounts, writeOwn, writeStages } from './write-stages';

export interface HistoryTarget {
  readonly dataSource: DataSource;
  readonly stream: StreamDefinition;
  readonly authority: string;
}

/** The scope in which loads write: it opens the tables of records to them, and nothing is read out by it. */
export const IMPORT_SCOPE = { subject: 'import', role: 'import' };

/**
 * Records one batch of an inherited system's stages, in one transaction: all of it, or none. What a live command
 * would refuse is recorded with its fault. Recording an equal record again changes nothing and tells nobody, so a
 * batch may be sent as often as it takes. A stage may come before or after its parent, in this batch or another.
 */
export function recordHistory(
  { dataSource, stream, authority }: HistoryTarget,
  records: readonly HistoricStage[],
): Promise<HistoryFault[]> {
  return inTransaction(dataSource, IMPORT_SCOPE, (transaction) =>
    recordHistoryIn(transaction, { stream, authority }, records),
  );
}

/** `recordHistory` within a transaction of the caller's own (a rehearsal, which is rolled back). */
export async function recordHistoryIn(
  transaction: Transaction,
  { stream, authority }: Omit<HistoryTarget, 'dataSource'>,
  records: readonly HistoricStage[],
): Promise<HistoryFault[]> {
  const words = await holdMappedWords(transaction, stream.name);
  const dated = records.map((record) => dateStage(stream, withMeanings(record, words)));
  const related = await lockRelatedStages(transaction, { schema: stream.name, dated });
  const changed = dated.filter(({ row }) => related.get(row.id)?.content_hash !== row.content_hash);
  const joined = joinStages(withChanges(related, changed), complaintIdFor);
  await write(transaction, { stream, authority, related, changed, joined });
  return dated.flatMap((stage) => faultsOf(stage, joined));
}

/** The stages of all complaints concerned, as they stand after this batch. */
function withChanges(related: ReadonlyMap<string, StageRow>, changed: readonly DatedStage[]): PlacedStage[] {
  const stages = new Map<string, PlacedStage>(related);
  for (const { row } of changed) {
    stages.set(row.id, { ...row, complaint_id: related.get(row.id)?.complaint_id ?? null });
  }
  return [...stages.values()];
}

interface Change {
  readonly stream: StreamDefinition;
  readonly authority: string;
  readonly related: ReadonlyMap<string, StageRow>;
  readonly changed: readonly DatedStage[];
  readonly joined: Joined;
}

async function write(transaction: Transaction, change: Change): Promise<void> {
  const { stream, authority, related, changed, joined } = change;
  const schema = stream.name;
  const rewritten = new Set(changed.map(({ row }) => row.id));
  const moved = joined.stages.filter(
    (stage) => rewritten.has(stage.id) || related.get(stage.id)?.complaint_id !== stage.complaint_id,
  );
  if (moved.length === 0) return;
  const complaintIds = new Set([
    ...moved.map((stage) => stage.complaint_id),
    ...moved.flatMap((stage) => related.get(stage.id)?.complaint_id ?? []),
    ...joined.dissolved,
  ]);
  const complaints = await touchComplaints(transaction, {
    schema,
    complaintIds: [...complaintIds],
    authority,
  });
  await writeStages(transaction, schema, moved);
  await writeOwn(transaction, { schema, table: stream.ownStage }, changed);
  await writeAccounts(transaction, schema, changed);
  if (stream.ownAccount) await writeOwn(transaction, { schema, table: stream.ownAccount }, changed);
  const stagesOf = groupBy(joined.stages, (stage) => stage.complaint_id);
  await publish(
    transaction,
    schema,
    complaints.map((complaint) => ({
      kind: COMPLAINT_CHANGED,
      subject: complaint.id,
      version: complaint.version,
      payload: factsOf({ complaint, stream: enumName(schema), stages: stagesOf.get(complaint.id) ?? [] }),
    })),
  );
}

function faultsOf({ row, record, faults }: DatedStage, joined: Joined): HistoryFault[] {
  const { ordinal } = record;
  const own = faults.map((code) => ({ ordinal, code }));
  return joined.orphans.has(row.id) ? [...own, { ordinal, code: 'PARENT_NOT_FOUND' as const }] : own;
}
