import { type Definition, FIRST_VERSION, SOURCES } from './definition';

/** A measure of how things stand on a day, whatever came before. */
export interface State extends Definition {
  readonly kind: 'state';
  readonly figure: string;
}

const STATE = {
  kind: 'state',
  unit: 'COUNT',
  polarity: 'LOWER_IS_BETTER',
  ...FIRST_VERSION,
  datedBy: 'The last day of the period that is not after the day as at which the figures stand',
} as const;

/** What waits on a day. */
export const STATES = {
  OPEN: {
    ...STATE,
    figure: 'open',
    title: 'Open',
    counts:
      'Stages received on or before the day and not ended by it. A stage ends on the day of its answer; without one, when its complaint went on or closed. What ended on a day that nobody knows is not counted',
    source: 'LGSCO Complaint Handling Code: what waits, and for how long',
  },
  OVERDUE: {
    ...STATE,
    figure: 'overdue',
    title: 'Overdue',
    counts: 'Open stages whose due date lies before the day',
    source: SOURCES.limits,
  },
} as const satisfies Readonly<Record<string, State>>;
