import type { ComplaintChanged, StageFact } from '../../../contracts/events/complaint-changed';
import { type Day, toDay } from '../../../domain/calendar/day';
import { isAnsweredInTime } from '../../../domain/findings';
import { referenceKey } from '../../../domain/references/reference';
import type { ComplaintFactRow, StageFactRow } from '../tables/fact-tables';

/** A complaint's whole state as its stream published it, with its version. */
export interface ComplaintState extends ComplaintChanged {
  readonly version: number;
  /** When it was published. */
  readonly at: Date;
}

/** A complaint's stages as figures count them. */
export function stageRows(complaint: ComplaintState): StageFactRow[] {
  return complaint.stages.map((stage, place) => stageRow(complaint, stage, ending(complaint, place)));
}

/** The complaint with its latest stage; none for one that joined another or was removed. */
export function complaintRows(complaint: ComplaintState): ComplaintFactRow[] {
  const [first, latest] = [complaint.stages[0], complaint.stages.at(-1)];
  if (!first || !latest) return [];
  return [
    {
      complaint_id: complaint.id,
      authority: complaint.authority,
      stream: complaint.stream.toUpperCase(),
      status: complaint.status,
      received_on: first.receivedOn,
      closed_on: complaint.closedOn,
      version: complaint.version,
      changed_at: complaint.at,
      due_on: latest.dueOn,
      stage_ids: complaint.stages.map(({ id }) => id),
      stage: latest.number,
      reference: latest.reference,
      service_id: latest.serviceId,
      directorate_id: latest.directorateId,
      theme: latest.theme,
      channel: latest.channel,
      outcome: latest.outcome,
      partner: NO_PARTNER,
    },
  ];
}

/** The council's streams publish no complaints of partners. */
const NO_PARTNER = null;

/** How a stage ended: what follows it in its complaint, and its own end. */
type Ending = Pick<StageFactRow, 'went_on_on' | 'followed_on' | 'closed_on' | 'ended_without_day'>;

/** Written out and not put together of parts: objects of so many properties are slow to make and to read that way. */
function stageRow(complaint: ComplaintState, stage: StageFact, ended: Ending): StageFactRow {
  const answered = { answeredOn: dayOrNull(stage.answeredOn), dueOn: dayOrNull(stage.dueOn) };
  const acknowledged = {
    answeredOn: dayOrNull(stage.acknowledgedOn),
    dueOn: dayOrNull(stage.acknowledgeBy),
  };
  return {
    stage_id: stage.id,
    complaint_id: complaint.id,
    authority: complaint.authority,
    stream: complaint.stream.toUpperCase(),
    stage: stage.number,
    reference: stage.reference,
    received_on: stage.receivedOn,
    due_on: stage.dueOn,
    answered_on: stage.answeredOn,
    in_time: isAnsweredInTime(answered),
    route: stage.route,
    outcome: stage.outcome,
    closure_reason: stage.closureReason,
    service_id: stage.serviceId,
    directorate_id: stage.directorateId,
    theme: stage.theme,
    channel: stage.channel,
    partner: NO_PARTNER,
    reference_key: referenceKey(stage.reference),
    acknowledged_on: stage.acknowledgedOn,
    acknowledged_in_time: isAnsweredInTime(acknowledged),
    days_to_answer: stage.daysToAnswer,
    went_on_on: ended.went_on_on,
    followed_on: ended.followed_on,
    closed_on: ended.closed_on,
    ended_without_day: ended.ended_without_day,
  };
}

function ending(complaint: ComplaintState, place: number): Ending {
  const { stages, closedOn, status } = complaint;
  const [stage, later] = [stages[place], stages.slice(place + 1)];
  const isLatest = later.length === 0;
  const closed_on = (isLatest ? closedOn : stage?.closedOn) ?? null;
  return {
    went_on_on: firstReceived(later.filter(({ number }) => number > (stage?.number ?? 0))),
    followed_on: firstReceived(later),
    closed_on,
    ended_without_day: isLatest && status === 'CLOSED' && closed_on === null && stage?.answeredOn === null,
  };
}

const firstReceived = (stages: readonly StageFact[]): string | null =>
  stages.map(({ receivedOn }) => receivedOn).sort()[0] ?? null;

const dayOrNull = (text: string | null): Day | null => (text === null ? null : toDay(text));
