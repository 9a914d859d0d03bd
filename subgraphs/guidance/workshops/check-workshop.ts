import { isUuidInSmallLetters } from '../../../platform/server/named-command';
import { readMoment } from '../../../platform/server/read-moment';
import type { Refused } from '../../../platform/server/refusal';
import type { WorkshopRow } from '../tables';

/** A workshop as somebody plans it. */
export interface WrittenWorkshop {
  readonly title: string;
  readonly about: string;
  readonly startsAt: unknown;
  readonly minutes: number;
  readonly place: string;
  readonly heldBy: string;
  readonly seats: number;
}

/** The parts of a workshop that people write. */
export type WorkshopPlan = Pick<
  WorkshopRow,
  'title' | 'about' | 'starts_at' | 'minutes' | 'place' | 'held_by' | 'seats'
>;

export interface WorkshopUnusable extends Refused<'WorkshopUnusable'> {
  readonly part: string;
}

/** The most characters of each text. */
const MOST = { title: 200, about: 10_000, place: 200, heldBy: 100 } as const;
/** From, to. */
const BETWEEN = { minutes: [15, 600], seats: [1, 500] } as const;

/** Null for an id that a workshop may have. */
export const workshopIdUnusable = (id: string): WorkshopUnusable | null =>
  isUuidInSmallLetters(id) ? null : unusable('id', "A workshop's id is a UUID in small letters.");

/** The plan as it can be kept, or what is wrong with its first part that is. Throws BAD_USER_INPUT for no moment at all. */
export function checkWorkshop(written: WrittenWorkshop): WorkshopPlan | WorkshopUnusable {
  for (const part of ['title', 'about', 'place', 'heldBy'] as const) {
    const length = written[part].trim().length;
    if (length === 0 || length > MOST[part])
      return unusable(part, `Write 1 to ${MOST[part]} characters besides spaces at the ends.`);
  }
  for (const part of ['minutes', 'seats'] as const) {
    const [least, most] = BETWEEN[part];
    if (written[part] < least || written[part] > most)
      return unusable(part, `Give a number from ${least} to ${most}.`);
  }
  const startsAt = readMoment('startsAt', written.startsAt);
  if (startsAt === null) return unusable('startsAt', 'Say when it begins.');
  return {
    ...{ title: written.title.trim(), about: written.about.trim(), starts_at: startsAt },
    ...{ minutes: written.minutes, place: written.place.trim(), held_by: written.heldBy.trim() },
    seats: written.seats,
  };
}

/** Whether a workshop is planned so already. */
export const isPlannedSo = (row: WorkshopRow, plan: WorkshopPlan): boolean =>
  row.starts_at.getTime() === plan.starts_at.getTime() &&
  (['title', 'about', 'minutes', 'place', 'held_by', 'seats'] as const).every(
    (part) => row[part] === plan[part],
  );

const unusable = (part: string, message: string): WorkshopUnusable => ({
  __typename: 'WorkshopUnusable',
  code: 'WORKSHOP_UNUSABLE',
  ...{ message, part },
});
