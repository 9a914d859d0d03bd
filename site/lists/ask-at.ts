import { isBadQuestion } from '../gateway/part-lost';
import { FIRST_PAGE, type PagePlace } from './page-place';

/** What stands at a place of a list, and that place; its beginning where the list has no such place any more. */
export async function askAt<Given>(
  place: PagePlace,
  ask: (after: string | null) => Promise<Given>,
): Promise<{ readonly place: PagePlace; readonly given: Given }> {
  try {
    return { place, given: await ask(place.after) };
  } catch (error) {
    if (!isBadQuestion(error) || place.after === null) throw error;
    return { place: FIRST_PAGE, given: await ask(null) };
  }
}
