import { streamName } from '../../../domain/figures/names';
import type { Session } from '../../sessions/session';
import { searchedStreams } from './ask-accounts';
import type { SoughtWords } from './sought-words';

/** The form that searches people and narratives, and how it was filled in. */
export interface PeopleForm extends SoughtWords {
  /** The streams that it searches, in words. */
  readonly streams: string;
}

/** The form for whoever may search; null for everybody else. */
export function peopleForm(
  { role, streams }: Pick<Session, 'role' | 'streams'>,
  sought: SoughtWords = { words: '', problem: null },
): PeopleForm | null {
  const cleared = role === 'officer' ? searchedStreams(streams) : [];
  if (cleared.length === 0) return null;
  return { ...sought, streams: cleared.map((stream) => streamName(stream.toUpperCase())).join(', ') };
}
