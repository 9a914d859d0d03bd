import { streamName } from '../../../domain/figures/names';
import { searchedStreams } from '../../server/searched-streams';
import type { Session } from '../../sessions/session';
import type { SoughtWords } from './sought-words';

/** The one form that finds complaints by references, names and words, and how it was filled in. */
export interface PeopleForm extends SoughtWords {
  /** Where it searches, in words. */
  readonly where: string;
}

/** The form for whoever may search; null for everybody else, who find by references alone. */
export function peopleForm(
  session: Pick<Session, 'role' | 'streams' | 'services'>,
  sought: SoughtWords = { words: '', problem: null },
): PeopleForm | null {
  const streams = searchedStreams(session);
  if (streams.length === 0) return null;
  const names = streams.map((stream) => streamName(stream.toUpperCase())).join(', ');
  const where =
    session.role === 'manager' ? 'complaints of your services' : `${names}, which you are cleared for`;
  return { ...sought, where };
}
