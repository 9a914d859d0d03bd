/** A calendar of working days: each stream counts its limits by one, which bears the stream's name. */
export interface StreamCalendar {
  readonly id: string;
  readonly name: string;
  /** The law that says which days are worked, so that none may be closed besides; null where the council's own rules do. */
  readonly setBy: string | null;
}

/**
 * The calendars that there are. Two regulations define a working day as any but weekends and bank holidays, so that a day
 * on which the council is closed is worked all the same. The Complaint Handling Code says no more than "working days", and
 * schools count by their own policies.
 */
export const CALENDARS: readonly StreamCalendar[] = [
  { id: 'corporate', name: 'Corporate complaints', setBy: null },
  { id: 'adults', name: 'Adults’ social care complaints', setBy: 'SI 2009/309 regulation 2' },
  { id: 'childrens', name: 'Children’s social care complaints', setBy: 'SI 2006/1738 regulation 2' },
  { id: 'schools', name: 'Schools’ complaints', setBy: null },
];
