import type { HistoricStage, HistoryFaultCode } from '../contracts/records/stage';
import { toDay } from '../domain/calendar/day';
import { dueDay } from '../domain/clocks/due';
import { stageRule } from '../domain/procedure/procedure';
import { historicStageId } from './ids';
import type { StreamDefinition } from './stream';
import type { StageRow } from './tables';

/** A recorded stage with the due date that the law gives it, and what stood in the way of one. */
export interface DatedStage {
  readonly row: Omit<StageRow, 'complaint_id'>;
  readonly record: HistoricStage;
  readonly faults: readonly HistoryFaultCode[];
}

/** Gives an inherited stage its id and its due date: the one agreed for it, else by the rule in force on the day it was received. */
export function dateStage(
  { name, procedure, calendar }: StreamDefinition,
  record: HistoricStage,
): DatedStage {
  const receivedOn = toDay(record.receivedOn);
  const rule = stageRule({ procedure, stage: record.number, receivedOn });
  const acknowledgedOn = record.acknowledgedOn === null ? null : toDay(record.acknowledgedOn);
  const limit = rule === null ? null : dueDay({ rule, receivedOn, acknowledgedOn, calendar });
  const due = record.agreedDueOn ?? limit;
  return {
    record,
    row: rowOf(name, record, due),
    faults: faultsOf({ ruled: rule !== null, dated: due !== null }),
  };
}

function faultsOf({ ruled, dated }: { ruled: boolean; dated: boolean }): HistoryFaultCode[] {
  if (!ruled) return ['STAGE_NOT_IN_PROCEDURE'];
  return dated ? [] : ['OUTSIDE_CALENDAR'];
}

function rowOf(stream: string, record: HistoricStage, dueOn: string | null): Omit<StageRow, 'complaint_id'> {
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
