import { type Day, toDay } from '../../domain/calendar/day';
import { addWorkingDays, type Calendar } from '../../domain/calendar/working-days';
import type { LawSource } from '../../domain/procedure/law';
import type { Procedure } from '../../domain/procedure/procedure';

/** When the Children Act 1989 Representations Procedure (England) Regulations 2006 came into force. */
const IN_FORCE = toDay('2006-09-01');

const REGULATIONS = 'Children Act 1989 Representations Procedure (England) Regulations 2006 (SI 2006/1738)';

const regulation = (paragraph: string): LawSource => ({ law: 'SI 2006/1738', paragraph, basis: 'STATUTE' });
const TARGET: LawSource = {
  law: "The council's complaints policy",
  paragraph: 'children’s stage 1: acknowledgement, a target of its own',
  basis: 'POLICY',
};

/** The review panel's limits, in working days: to its meeting, from that to its report, from that to the answer. */
const PANEL = { meetWithin: 30, reportWithin: 5, answerWithin: 15 };

/**
 * The children's procedure: local resolution by the service, an investigation with an independent person, a review panel
 * of three independent persons. The absolute limits (20 working days, 65) are the limit with its extension. No law says
 * when to acknowledge; 2 working days at stage 1 are the council's own target.
 */
export const procedure: Procedure = {
  stream: 'childrens',
  rules: [
    {
      stage: 1,
      inForceFrom: IN_FORCE,
      source: `${REGULATIONS}, local resolution: 10 working days, 10 more where the matter is complex or an advocate is arranged`,
      law: { acknowledge: TARGET, answer: regulation('local resolution') },
      acknowledgeWithin: { workingDays: 2 },
      answerWithin: { workingDays: 10, from: 'received' },
      extendBy: { workingDays: 10 },
      reachedOnlyByEscalation: false,
    },
    {
      stage: 2,
      inForceFrom: IN_FORCE,
      source: `${REGULATIONS}, regulation 17: 25 working days from the request, up to 65 in all where the complainant is told in writing`,
      law: { acknowledge: null, answer: regulation('regulation 17') },
      acknowledgeWithin: null,
      answerWithin: { workingDays: 25, from: 'received' },
      extendBy: { workingDays: 40 },
      reachedOnlyByEscalation: true,
    },
    {
      stage: 3,
      inForceFrom: IN_FORCE,
      source: `${REGULATIONS}, regulation 19: the panel meets within 30 working days of the request, reports in 5 more, and is answered within 15 of that`,
      law: { acknowledge: null, answer: regulation('regulation 19') },
      acknowledgeWithin: null,
      answerWithin: {
        workingDays: PANEL.meetWithin + PANEL.reportWithin + PANEL.answerWithin,
        from: 'received',
      },
      extendBy: null,
      reachedOnlyByEscalation: true,
    },
  ],
};

/** A review panel, as far as it has come. */
export interface ReviewPanel {
  /** The day on which it was asked for. */
  readonly requestedOn: Day;
  readonly heldOn: Day | null;
  /** The day of its report, with what it found. */
  readonly findingsOn: Day | null;
  readonly calendar: Calendar;
}

/**
 * By when a review panel has to meet, report, and be answered (regulation 19): each from the step before, so null until
 * that is done, and outside the calendar's years.
 */
export function panelLimits({ requestedOn, heldOn, findingsOn, calendar }: ReviewPanel): {
  readonly meetingDueOn: Day | null;
  readonly reportDueOn: Day | null;
  readonly answerDueOn: Day | null;
} {
  const after = (from: Day | null, count: number) => from && addWorkingDays({ from, count, calendar });
  return {
    meetingDueOn: after(requestedOn, PANEL.meetWithin),
    reportDueOn: after(heldOn, PANEL.reportWithin),
    answerDueOn: after(findingsOn, PANEL.answerWithin),
  };
}
