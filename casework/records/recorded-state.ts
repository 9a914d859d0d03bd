import type { HistoricStage, HistoryFaultCode } from '../../contracts/records/stage';
import type { MappedWords } from '../../domain/words/mapped-words';
import { historicStageId } from '../stages/ids';
import { type DueDate, dueDateOf, type StageState } from '../stages/stage-state';
import type { StreamDefinition } from '../stream/definition';
import { withMeanings } from './with-meanings';

/** What an inherited system recorded of a stage: the stage as it is to stand, and what is wrong with it. */
export interface RecordedState {
  /** Place in the load; faults name it. */
  readonly ordinal: number;
  readonly state: StageState;
  readonly faults: readonly HistoryFaultCode[];
}

/**
 * Gives an inherited stage its id, its due date, and the meanings that people decided of its words. What a live command would
 * refuse stays, with its fault.
 */
export function recordedState(
  stream: StreamDefinition,
  record: HistoricStage,
  words: MappedWords,
): RecordedState {
  const due = dueDateOf(stream, record);
  const row = { ...rowOf(stream.name, withMeanings(record, words), due.dueOn), ...decidedOf(record) };
  const { ordinal, account, own } = record;
  return {
    ordinal,
    state: { row, account, own },
    faults: faultsOf(due),
  };
}

function faultsOf({ hasStage, hasRule, dueOn }: DueDate): HistoryFaultCode[] {
  if (!hasStage) return ['STAGE_NOT_IN_PROCEDURE'];
  // The stage is none too many: its day is before any rule.
  if (!hasRule) return ['BEFORE_PROCEDURE'];
  return dueOn === null ? ['OUTSIDE_CALENDAR'] : [];
}

/** Of which words of a record people decide what they mean: those of which its importer knew no meaning. */
const decidedOf = (record: HistoricStage) => ({
  service_decided: record.serviceWritten !== null && record.serviceId === null,
  channel_decided: record.channelWritten !== null && record.channel === null,
  closure_code_decided:
    record.closureCodeWritten !== null && record.outcome === null && record.closureReason === null,
});

function rowOf(
  stream: string,
  record: HistoricStage,
  dueOn: string | null,
): Omit<StageState['row'], keyof ReturnType<typeof decidedOf>> {
  return {
    id: historicStageId({ stream, source: record.source, key: record.key }),
    number: record.number,
    source: record.source,
    key: record.key,
    reference: record.reference,
    case_key: record.caseKey,
    parent_key: record.parentKey,
    own_key: record.ownKey,
    route: record.route,
    received_on: record.receivedOn,
    acknowledged_on: record.acknowledgedOn,
    due_on: dueOn,
    answered_on: record.answeredOn,
    closed_on: record.closedOn,
    ended: record.ended,
    outcome: record.outcome,
    closure_reason: record.closureReason,
    closure_code_written: record.closureCodeWritten,
    service_id: record.serviceId,
    service_written: record.serviceWritten,
    directorate_id: record.directorateId,
    theme: record.theme,
    channel: record.channel,
    channel_written: record.channelWritten,
    content_hash: record.contentHash,
  };
}
