import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { addDays, type Day } from '../../domain/calendar/day';
import { londonInstantOf } from '../../domain/calendar/london-instant';
import { isWorkingDay } from '../../domain/calendar/working-days';

/** A workshop of the demonstration, as the graph plans it. */
export interface MadeUpWorkshop {
  readonly id: string;
  readonly plan: {
    readonly title: string;
    readonly about: string;
    readonly startsAt: string;
    readonly minutes: number;
    readonly place: string;
    readonly heldBy: string;
    readonly seats: number;
  };
  /** Who books it, in this order, by the subjects of their sign-ins. */
  readonly booked: readonly string[];
  /** Why it is called off; null where it is not. */
  readonly calledOff: string | null;
}

const TEAM = 'Complaints team';

/** Workshops of the weeks after `today`: one with seats, one that is full and has a waiting list, one that is called off. */
export const madeUpWorkshops = (today: Day): readonly MadeUpWorkshop[] => [
  {
    id: '5b1c2f60-0c4e-4d57-9a61-000000000001',
    plan: {
      ...{ title: 'Answering at stage 1', minutes: 90, place: 'Town Hall, Committee Room 2', heldBy: TEAM },
      about:
        'For managers who answer complaints about their service for the first time, and for those who want to hear it again.\n\nBring a complaint that you answered. We look at what was asked, what was found, and what the answer said about it.',
      ...{ startsAt: at(addDays(today, 12), '09:30'), seats: 12 },
    },
    ...{ booked: ['mark', 'dee'], calledOff: null },
  },
  {
    id: '5b1c2f60-0c4e-4d57-9a61-000000000002',
    plan: {
      ...{ title: 'Remedies: putting things right', minutes: 120, place: 'Online', heldBy: TEAM },
      about:
        'What a remedy is for, when money is one, and how to write it so that it is carried out.\n\nWith cases that the ombudsman decided.',
      ...{ startsAt: at(addDays(today, 20), '14:00'), seats: 2 },
    },
    ...{ booked: ['cora', 'mark', 'dee'], calledOff: null },
  },
  {
    id: '5b1c2f60-0c4e-4d57-9a61-000000000003',
    plan: {
      ...{ title: 'Complaints about social care', minutes: 90, place: 'Stopford House', heldBy: TEAM },
      about: 'The two statutory procedures: who may complain, what the clock starts from, and advocates.',
      ...{ startsAt: at(addDays(today, 27), '10:00'), seats: 16 },
    },
    ...{ booked: ['olu'], calledOff: 'The trainer is on jury service. Another day follows in the new year.' },
  },
];

/** A time on this day, or on the next that is worked. Past the days that the calendar knows each is taken for one. */
function at(day: Day, time: string): string {
  if (isWorkingDay({ calendar: englandAndWales, day }) === false) return at(addDays(day, 1), time);
  const instant = londonInstantOf({ day, time });
  if (instant === null) throw new Error(`London has no ${time} on that day`);
  return instant.toISOString();
}
