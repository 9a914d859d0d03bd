import type { ComplaintChanged, StageFact } from '../../contracts/events/complaint-changed';
import { enumName } from '../stream/definition';
import type { StageRow } from '../tables/case-tables';
import { acknowledgeBy, type Dated, daysToAnswer } from './clock-days';

/** Stages in the order of their numbers; equal numbers by the day they were received, then by id. */
export function inOrder<Stage extends Pick<StageRow, 'number' | 'received_on' | 'id'>>(
  stages: readonly Stage[],
): Stage[] {
  return [...stages].sort(
    (a, b) => a.number - b.number || compareText(a.received_on, b.received_on) || compareText(a.id, b.id),
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * How a complaint stands by its latest stage. It is closed when that stage is ended; `closedOn` is the day the
 * system says so, where it keeps one, else the day of the last answer, and null while no such day is known.
 */
export function standing(latest: Pick<StageRow, 'ended' | 'closed_on' | 'answered_on'>): {
  status: 'OPEN' | 'CLOSED';
  closedOn: string | null;
} {
  const closedOn = latest.closed_on ?? latest.answered_on;
  return { status: latest.ended || closedOn !== null ? 'CLOSED' : 'OPEN', closedOn };
}

/** The payload of a complaint's event: its whole state, without personal data. `stages` in any order; none for one that joined another or was removed. */
export function factsOf({
  complaint,
  stream,
  stages,
}: {
  complaint: { id: string; authority: string };
  /** With the calendar as it is now. */
  stream: Dated;
  stages: readonly StageRow[];
}): ComplaintChanged {
  const ordered = inOrder(stages);
  const latest = ordered.at(-1);
  return {
    id: complaint.id,
    authority: complaint.authority,
    stream: enumName(stream.name),
    ...(latest ? standing(latest) : { status: 'CLOSED' as const, closedOn: null }),
    stages: ordered.map((stage) => stageFact(stage, stream)),
  };
}

function stageFact(stage: StageRow, stream: Dated): StageFact {
  const { status, closedOn } = standing(stage);
  return {
    id: stage.id,
    number: stage.number,
    reference: stage.reference,
    receivedOn: stage.received_on,
    acknowledgedOn: stage.acknowledged_on,
    acknowledgeBy: acknowledgeBy(stage, stream),
    dueOn: stage.due_on,
    answeredOn: stage.answered_on,
    daysToAnswer: daysToAnswer(stage, stream.calendar),
    ended: status === 'CLOSED',
    closedOn,
    route: stage.route,
    outcome: stage.outcome,
    closureReason: stage.closure_reason,
    serviceId: stage.service_id,
    directorateId: stage.directorate_id,
    theme: stage.theme,
    channel: stage.channel,
  };
}
