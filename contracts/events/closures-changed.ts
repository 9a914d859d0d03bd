import { z } from 'zod';
import type { ClosedDays } from '../../domain/calendar/closed-days';
import { type Day, isDay } from '../../domain/calendar/day';
import { defineEvent } from '../../platform/outbox/event-contract';

const day = z.custom<Day>((value) => typeof value === 'string' && isDay(value));

/** On which days one calendar is closed, all of them, after one more decision. */
export interface ClosuresChanged {
  readonly calendar: string;
  readonly closed: readonly ClosedDays[];
  /** The day on which it was decided; what was published before that was told has none. */
  readonly decidedOn?: Day | undefined;
}

/** The calendar is the subject, and its version the number of the decision. */
export const closuresChanged = defineEvent<ClosuresChanged>({
  kind: 'closures-changed',
  publisher: 'directory',
  payload: z.object({
    calendar: z.string(),
    closed: z.array(z.object({ from: day, to: day, name: z.string() })).readonly(),
    decidedOn: day.optional(),
  }),
});
