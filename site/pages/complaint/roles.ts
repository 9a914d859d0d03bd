import type { Session } from '../../sessions/session';

/** What a role may ask of a complaint; the gateway decides, a page only does not offer what it would refuse. */
const PEOPLE: readonly string[] = ['officer', 'manager'];
const LINEAGE: readonly string[] = ['officer', 'admin'];

/** Whether people of a role may read who complained and what they said. */
export const mayReadPeople = (role: string): boolean => PEOPLE.includes(role);

/**
 * Whether somebody whose role reads people is cleared for those of a complaint: an officer for its stream, a manager for a
 * service that it was about. Where nobody can say which services those are, a manager may ask.
 */
export function isCleared(
  { role, streams, services }: Pick<Session, 'role' | 'streams' | 'services'>,
  complaint: { readonly stream: string | null; readonly serviceIds: readonly string[] | null },
): boolean {
  if (role === 'officer') return streams.includes(complaint.stream?.toLowerCase() ?? '');
  return complaint.serviceIds?.some((id) => services.includes(id)) ?? true;
}

/** Whether they may see where records came from. */
export const mayReadLineage = (role: string): boolean => LINEAGE.includes(role);
