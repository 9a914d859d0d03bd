import type { ComplaintChanged } from '../../../contracts/events/complaint-changed';

const FEW_DAYS = 7;

/** Generated complaints whose stages were acknowledged at once, and whose answers took a few working days. */
export const withDays = (complaints: readonly ComplaintChanged[]): readonly ComplaintChanged[] =>
  complaints.map((complaint) => ({
    ...complaint,
    stages: complaint.stages.map((stage, place) => ({
      ...stage,
      acknowledgedOn: stage.receivedOn,
      daysToAnswer: stage.answeredOn === null ? null : (complaint.id.length + place) % FEW_DAYS,
    })),
  }));
