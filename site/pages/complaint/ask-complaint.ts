import type { Asking, Gateway } from '../../gateway/gateway';
import { isPartLost } from '../../gateway/part-lost';
import {
  ComplaintOfStreamDocument,
  ComplaintPageDocument,
  type ComplaintPagePartsFragment,
} from '../../operations/__generated__/operations';
import { THE_COUNCIL } from '../page-makers';

/** How much of a page's time the question of all streams has: the rest is left to the complaint's own stream. */
const SHARE = 0.4;

/**
 * Asks for what the page of a complaint shows; null where there is none. Where the part that finds complaints of all streams does
 * not answer, or was not told of it yet, the stream is asked that the id names.
 */
export async function askComplaint(
  gateway: Gateway,
  asking: Asking,
  id: string,
): Promise<ComplaintPagePartsFragment | null> {
  try {
    const { complaint } = await gateway.ask(ComplaintPageDocument, { id }, { ...asking, share: SHARE });
    return complaint ?? (await ofStream(gateway, asking, id));
  } catch (error) {
    if (!isPartLost(error)) throw error;
    return ofStream(gateway, asking, id);
  }
}

/** The same of the stream that the id names; null where it names none. A partner asks no stream. */
async function ofStream(gateway: Gateway, asking: Asking, id: string) {
  const named = streamOf(id);
  if (!Object.values(named).includes(true) || asking.audience !== THE_COUNCIL) return null;
  const told = await gateway.ask(ComplaintOfStreamDocument, { id, ...named }, asking);
  return told.corporate ?? told.adults ?? told.childrens ?? told.schools ?? null;
}

function streamOf(id: string) {
  const is = (stream: string) => id.startsWith(`${stream}-`);
  return {
    ...{ isCorporate: is('corporate'), isAdults: is('adults') },
    ...{ isChildrens: is('childrens'), isSchools: is('schools') },
  };
}
