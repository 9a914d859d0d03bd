import type { DataSource } from 'typeorm';
import type { HistoricStage, HistoryFault } from '../../contracts/records/stage';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction, type Transaction } from '../../platform/transaction/transaction';
import type { Joined } from '../joining/join-stages';
import { readCalendar } from '../reference/bank-holidays';
import { holdMappedWords } from '../reference/mapped-words';
import { withoutAnonymised } from '../retention/keep-out';
import { changeStages } from '../stages/change-stages';
import { lockRelatedStages } from '../stages/lock-related-stages';
import type { StageState } from '../stages/stage-state';
import type { StreamDefinition } from '../stream/definition';
import type { StageRow } from '../tables/case-tables';
import { type RecordedState, recordedState } from './recorded-state';

export interface HistoryTarget {
  readonly dataSource: DataSource;
  readonly stream: StreamDefinition;
  readonly authority: string;
}

/**
 * Records one batch of an inherited system's stages, in one transaction: all of it, or none. What a live command
 * would refuse is recorded with its fault. Recording an equal record again changes nothing and publishes nothing, so a
 * batch may be sent as often as it takes. A stage may come before or after its parent, in this batch or another. Where
 * a system keeps all stages of a complaint in one record, all of them come in one batch, and those that it held before
 * and no longer has are removed.
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
  const dated = { ...stream, calendar: await readCalendar(transaction, stream) };
  const recorded = records.map((record) => recordedState(dated, record, words));
  const states = recorded.map(({ state }) => state);
  const keys = states.map(({ row }) => row);
  const related = await lockRelatedStages(transaction, { schema: stream.name, keys });
  const differing = states.filter(({ row }) => related.get(row.id)?.content_hash !== row.content_hash);
  const changed = await withoutAnonymised(transaction, stream.name, differing);
  const removed = leftOut(related, states);
  const joined = await changeStages(transaction, { stream, authority, related, changed, removed });
  return recorded.flatMap((stage) => faultsOf(stage, joined));
}

/** Stages that the record of a case held before and holds no longer: where a system keeps them in one, it comes whole. */
function leftOut(related: ReadonlyMap<string, StageRow>, states: readonly StageState[]): StageRow[] {
  const recorded = new Set(states.map(({ row }) => row.id));
  const cases = new Set(states.map(({ row }) => caseOf(row)));
  return [...related.values()].filter(
    (stage) => stage.case_key !== null && cases.has(caseOf(stage)) && !recorded.has(stage.id),
  );
}

const caseOf = ({ source, case_key }: Pick<StageRow, 'source' | 'case_key'>): string | null =>
  case_key === null ? null : `${source}\n${case_key}`;

function faultsOf({ ordinal, state, faults }: RecordedState, joined: Joined): HistoryFault[] {
  const found = [...faults];
  if (joined.orphans.has(state.row.id)) found.push('PARENT_NOT_FOUND');
  if (joined.early.has(state.row.id)) found.push('STAGE_BEFORE_EARLIER_ONE');
  return found.map((code) => ({ ordinal, code }));
}
