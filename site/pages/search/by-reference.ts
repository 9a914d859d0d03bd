import { referenceKey } from '../../../domain/references/reference';
import type { Asking, Gateway } from '../../gateway/gateway';
import { isBadQuestion } from '../../gateway/part-lost';
import { ComplaintByReferenceDocument } from '../../operations/__generated__/operations';
import { complaintHref } from '../complaints/rows';
import { MOST_REFERENCE_CHARACTERS, severalOf } from './sought';

/** What a reference leads to: the page of one complaint, several that could be meant, or none. */
export type ByReference =
  | { readonly kind: 'found'; readonly href: string }
  | { readonly kind: 'several'; readonly several: readonly string[] }
  | { readonly kind: 'none' };

const FEWEST_CHARACTERS = 3;

/** Whether somebody may have typed a reference, with whatever spaces, dashes and capitals: all of them have a digit. */
export const couldBeReference = (typed: string): boolean =>
  /\d/.test(typed) &&
  typed.length <= MOST_REFERENCE_CHARACTERS &&
  referenceKey(typed).length >= FEWEST_CHARACTERS;

/** Looks for the complaint of which a stage has this reference, of those that whoever asks may see. */
export async function findByReference(
  gateway: Gateway,
  asking: Asking,
  reference: string,
): Promise<ByReference> {
  try {
    const { complaint } = await gateway.ask(ComplaintByReferenceDocument, { reference }, asking);
    return complaint === null ? { kind: 'none' } : { kind: 'found', href: complaintHref(complaint.id) };
  } catch (error) {
    if (!isBadQuestion(error)) throw error;
    return { kind: 'several', several: severalOf(error.message) };
  }
}
