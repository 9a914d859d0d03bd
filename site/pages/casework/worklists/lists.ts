import type { WorklistKind } from '../../../operations/__generated__/operations';

/** A worklist, and what to say where nothing is on it. */
interface ListWords {
  readonly name: string;
  readonly empty: string;
}

/** Every worklist, in the order in which they stand beside each other. */
export const LISTS: Readonly<Record<WorklistKind, ListWords>> = {
  MINE: { name: 'Mine', empty: 'You have no open complaint. Look among those that nobody has.' },
  MY_GROUPS: { name: 'My groups’', empty: 'No group that you are in has an open complaint.' },
  STANDING_IN: {
    name: 'Standing in',
    empty: 'Nobody for whom you stand in is away today, or they have no open complaint.',
  },
  UNASSIGNED: { name: 'Nobody has', empty: 'Somebody, or a group, has every open complaint.' },
  DUE_SOON: { name: 'Due soon', empty: 'Nothing is due within 5 working days.' },
  OVERDUE: { name: 'Overdue', empty: 'Nothing is overdue.' },
  WAITING: {
    name: 'Waiting for others',
    empty: 'Nothing waits for somebody outside the team and the service.',
  },
  ALL_OPEN: { name: 'All open', empty: 'No complaint is open that you may see.' },
};

const isList = (text: string): text is WorklistKind => Object.hasOwn(LISTS, text);

/** The names of all worklists, in their order. */
export const listNames = (): WorklistKind[] => Object.keys(LISTS).filter(isList);

/**
 * With which list people of a role begin: an officer with their own, and a manager, who answers for services whoever has the
 * work, with all that is open of these.
 */
export const firstListOf = (role: string): WorklistKind => (role === 'manager' ? 'ALL_OPEN' : 'MINE');
