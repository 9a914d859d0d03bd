import { z } from 'zod';
import type { Session } from '../sessions/session';

const streamModel = z.enum(['corporate', 'adults', 'childrens', 'schools']);
/** A stream whose people and words can be searched. */
export type StreamName = z.output<typeof streamModel>;

/**
 * The streams whose people and words somebody may search: officers those that they are cleared for, managers all, since their
 * services may be of any and each stream gives them those of their services alone. None for everybody else.
 */
export function searchedStreams({
  role,
  streams,
  services,
}: Pick<Session, 'role' | 'streams' | 'services'>): StreamName[] {
  if (role === 'manager' && services.length > 0) return [...streamModel.options];
  return role === 'officer' ? streamModel.options.filter((stream) => streams.includes(stream)) : [];
}
