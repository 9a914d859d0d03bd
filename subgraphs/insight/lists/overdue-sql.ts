import type { Parameters } from '../../../counting/days-sql';
import type { Reaches } from '../../../counting/reach';
import type { Day } from '../../../domain/calendar/day';

/**
 * domain's `isOverdue` as SQL, for the latest stage of a row of complaint_fact: narrowing a million complaints by it takes
 * an index. `today` is SQL of a day. Null where a complaint is open and no due day is known, as in domain.
 */
export const overdueSql = (today: string): string => `(status = 'OPEN' and due_on < ${today})`;

/** SQL of the day of which a row's overdue is told: the newest that its stream's records reach, today at the latest. */
export function overdueDaySql(
  parameters: Parameters,
  { reach, today }: { readonly reach: Reaches; readonly today: Day },
): string {
  const present = parameters.bind(today, 'date');
  const ended = [...reach].flatMap(([stream, { to }]) => (to !== null && to < today ? [{ stream, to }] : []));
  if (ended.length === 0) return present;
  const cases = ended.map(
    ({ stream, to }) => `when ${parameters.bind(stream, 'text')} then ${parameters.bind(to, 'date')}`,
  );
  return `(case stream ${cases.join(' ')} else ${present} end)`;
}
