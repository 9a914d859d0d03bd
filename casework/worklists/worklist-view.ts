import { londonDayOf } from '../../domain/calendar/day';
import type { StreamContext } from '../reading/loaders';
import { groupsOf } from './groups';
import type { WorklistView } from './list-conditions';
import { standsInFor } from './read-absences';
import { urgencyDays } from './urgency';

/** What the caller's lists go by today. Throws BAD_USER_INPUT for days ahead that cannot be meant. */
export async function worklistView(
  { identity, transaction, stream, calendar, clock }: StreamContext,
  withinWorkingDays: number,
): Promise<WorklistView> {
  const today = londonDayOf(clock.now());
  const days = urgencyDays({ today, withinWorkingDays, calendar: await calendar() });
  const { subject, role, services } = identity;
  return {
    ...{ ...days, subject, services: role === 'manager' ? services : null },
    groups: await groupsOf(transaction, stream.name, subject),
    awayPeople: await standsInFor(transaction, stream.name, { subject, on: today }),
  };
}
