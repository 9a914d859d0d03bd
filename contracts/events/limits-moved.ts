import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';

/** How many open limits a decision on a calendar's closed days moved, as its stream applied it; the version is the decision's number. */
export const limitsMoved = defineEvent({
  kind: 'limits-moved',
  publisher: (source, payload) => calendarOf(payload) === source,
  payload: z.object({ calendar: z.string(), moved: z.number() }),
});
export type LimitsMoved = PayloadOf<typeof limitsMoved>;

function calendarOf(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'calendar' in payload ? payload.calendar : null;
}
