import { z } from 'zod';
import type { HolidayChange } from '../../domain/calendar/changed-calendar';
import { type Day, isDay } from '../../domain/calendar/day';
import { defineEvent } from '../../platform/outbox/event-contract';

const day = z.custom<Day>((value) => typeof value === 'string' && isDay(value));

/** A decision on a day, with the day on which it was made; what was published before that was told has none. */
export interface BankHolidayChanged extends HolidayChange {
  readonly decidedOn?: Day | undefined;
}

/** A day that somebody made a bank holiday, or decided to be none; days that nobody decided on are not published. */
export const bankHolidayChanged = defineEvent<BankHolidayChanged>({
  kind: 'bank-holiday-changed',
  publisher: 'directory',
  payload: z
    .object({
      ...{ day, name: z.string(), note: z.string().nullable(), isKept: z.boolean() },
      decidedOn: day.optional(),
    })
    .transform(({ note, ...change }) => (note === null ? change : { ...change, note })),
});
