import { weekdaysOf } from '../../../../domain/calendar/closed-days';
import { isDay, toDay } from '../../../../domain/calendar/day';
import { shortDayWords } from '../../../../domain/figures/days';
import { addressOf } from '../../../filters/address';
import type { ClosedDaysQuery, ClosureDecisionsQuery } from '../../../operations/__generated__/operations';
import { decidedOn } from '../office';
import { CLOSED_DAYS_PATH } from './add-closed-days';

/** The closed days of a year: how many working days each time takes, and the way to take it back. */
export function closedRows(
  { closedDays, bankHolidays }: Pick<ClosedDaysQuery, 'closedDays' | 'bankHolidays'>,
  { calendar, year }: { readonly calendar: string; readonly year: number },
) {
  const isOff = new Set((bankHolidays ?? []).map(({ day }) => day));
  return (closedDays ?? []).map(({ from, to, name }) => ({
    ...{ name, days: daysWords(from, to) },
    workingDays: weekdaysOf({ from: toDay(from), to: toDay(to), name }).filter(
      ({ day }) => day.startsWith(`${year}-`) && !isOff.has(day),
    ).length,
    retractHref: addressOf(`${CLOSED_DAYS_PATH}/retract`, {}, { calendar, from, to }),
  }));
}

/** Each of the days by itself, as a table of a year's working days takes days off. */
export const eachDay = ({ closedDays }: Pick<ClosedDaysQuery, 'closedDays'>) =>
  (closedDays ?? []).flatMap(({ from, to, name }) =>
    isDay(from) && isDay(to)
      ? weekdaysOf({ from, to, name }).map(({ day }) => ({ day, name, note: null }))
      : [],
  );

/** What was decided on a calendar, as a table shows it. */
export const closureRows = ({ edges }: NonNullable<ClosureDecisionsQuery['decisions']>) =>
  edges.flatMap(({ node }) =>
    node === null
      ? []
      : [
          {
            ...{ version: node.version, name: node.name, reason: node.reason, by: node.decidedBy },
            days: daysWords(node.from, node.to),
            what: node.isClosed ? 'Closed' : 'Taken back',
            moved: node.limitsMoved,
            on: decidedOn(node.decidedAt),
          },
        ],
  );

/** "22 Jul 2026 to 31 Aug 2026", or one day. */
const daysWords = (from: string, to: string): string =>
  from === to ? shortDayWords(from) : `${shortDayWords(from)} to ${shortDayWords(to)}`;

/** What a page says of the decision that was kept just now, by its number; null where none was. */
export function keptWords(kept: unknown, rows: ReturnType<typeof closureRows>): string | null {
  if (typeof kept !== 'string') return null;
  const moved = rows.find(({ version }) => String(version) === kept)?.moved ?? null;
  if (moved === null)
    return 'The limits of what is open follow within seconds: load the page again to see how many moved.';
  return moved === 1 ? 'One open limit moved.' : `${moved} open limits moved.`;
}
