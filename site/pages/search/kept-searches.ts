import { randomBytes } from 'node:crypto';
import type { KeptSearch, Session } from '../../sessions/session';

/** So many searches of one session are kept; who goes back further searches again. */
const MOST_SEARCHES = 20;
const ID_BYTES = 9;

/** The session with a search that begins, and the id by which an address names it. */
export function withSearch(
  session: Session,
  words: string,
): { readonly id: string; readonly session: Session } {
  const id = randomBytes(ID_BYTES).toString('base64url');
  return { id, session: keeping(session, { id, words, places: [] }) };
}

/** The search that an address names; null where the session does not keep it, or no longer. */
export const searchOf = ({ searches = [] }: Session, id: string): KeptSearch | null =>
  searches.find((search) => search.id === id) ?? null;

/** The session with the place where the page after `page` begins. */
export function withNextPlace(
  session: Session,
  search: KeptSearch,
  { page, place }: { readonly page: number; readonly place: string },
): Session {
  return keeping(session, { ...search, places: [...search.places.slice(0, page - 1), place] });
}

/** Which page of a search an address asks for; the first where it was not read so far. */
export function pageOf({ places }: KeptSearch, asked: unknown): number {
  const page = Number(asked);
  return Number.isSafeInteger(page) && page > 1 && page <= places.length + 1 ? page : 1;
}

/** A search stands where it stood; a new one comes last. */
function keeping(session: Session, search: KeptSearch): Session {
  const { searches = [] } = session;
  const isHeld = searches.some(({ id }) => id === search.id);
  const kept = isHeld
    ? searches.map((each) => (each.id === search.id ? search : each))
    : [...searches, search].slice(-MOST_SEARCHES);
  return { ...session, searches: kept };
}
