import type { Day } from '../../domain/calendar/day';
import type { NewParty } from './parties';
import { type CommandUnusable, commandUnusable } from './refusals';

/** Null where nobody who is named with a command is said to be born on a day that has not come. */
export function bornLater(parties: readonly NewParty[], today: Day): CommandUnusable | null {
  const unborn = parties.some(({ born_on: bornOn }) => bornOn !== null && bornOn > today);
  return unborn
    ? commandUnusable(
        'parties',
        'Somebody is said to be born on a day that has not come yet. Check the year.',
      )
    : null;
}
