import { isDay } from '../../../../domain/calendar/day';

/** Which calls a page lists, as its address says; what it leaves out the graph fills in. */
export interface CallQuestion {
  readonly from: string | null;
  readonly to: string | null;
  readonly group: string | null;
  readonly problems: readonly string[];
}

const LONGEST_GROUP = 100;

/** Reads which calls are listed; what makes no sense is left out and told. */
export function readCallQuestion(query: Readonly<Record<string, unknown>>): CallQuestion {
  const problems: string[] = [];
  const read = (name: string, isMeant: (text: string) => boolean, says: string): string | null => {
    const given = query[name];
    if (given === undefined || given === '') return null;
    if (typeof given === 'string' && isMeant(given)) return given;
    problems.push(says);
    return null;
  };
  const day = (name: string, words: string) =>
    read(name, isDay, `Write the ${words} as a day of the calendar, such as 2026-03-27.`);
  return {
    ...{ from: day('from', 'first day'), to: day('to', 'last day'), problems },
    group: read('group', ({ length }) => length <= LONGEST_GROUP, 'No group has so long a name.'),
  };
}
