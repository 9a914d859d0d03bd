import { setTimeout } from 'node:timers/promises';
import { type ComplaintStub, complaintStub } from '../../../contracts/complaint-stub';
import { badInput } from '../../../counting/bad-input';
import { isGarbled, referenceKey, tidyReference } from '../../../domain/references/reference';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { Context } from '../context';

/** So many are looked through; a refusal names fewer. */
const MOST_CANDIDATES = 50;
const MOST_NAMED = 5;

/** A reference as this product gives them out: its complaint may have been recorded a moment ago, and be on its way here. */
const GIVEN_OUT = /^[A-Z]{3}-\d{6,}$/;
const LOOKS = 6;
const BETWEEN_LOOKS_MILLIS = 50;

/**
 * One complaint by its id, or by the reference of any of its stages as people type it; null where there is none that the
 * caller may see. Throws BAD_USER_INPUT unless exactly one of the two is given, and where the reference is nobody's as it
 * is written, but could be short for those of several complaints.
 */
export async function complaint(
  { transaction }: Context,
  { id, reference }: { id?: string | null | undefined; reference?: string | null | undefined },
): Promise<ComplaintStub | null> {
  if (id != null && reference == null) return byId(transaction, id);
  if (reference != null && id == null) return byReference(transaction, reference);
  const given = id == null ? 'both missing' : 'both given';
  throw badInput('id', `and \`reference\` are ${given}: give exactly one of the two.`);
}

async function byId(transaction: Transaction, id: string): Promise<ComplaintStub | null> {
  const [found] = await transaction.query<{ id: string }>(
    'select complaint_id as id from insight.complaint_fact where complaint_id = $1',
    [id],
  );
  return found ? complaintStub(found.id) : null;
}

interface Candidate {
  readonly id: string;
  readonly reference: string;
}

/**
 * Systems number alike: of complaints with the same reference, the one whose stage of that reference was received last is
 * meant, and of equal days the one whose id comes first. Where references are written differently nothing tells which
 * was meant.
 */
async function byReference(transaction: Transaction, typed: string): Promise<ComplaintStub | null> {
  const written = tidyReference(typed);
  const candidates = await candidatesNow(transaction, written);
  const [found] = candidates;
  if (found === undefined) return null;
  const isMeant = found.reference === written || candidates.every(({ id }) => id === found.id);
  const references = [...new Set(candidates.map(({ reference }) => reference))];
  if (isMeant || references.length === 1) return complaintStub(found.id);
  const [some, more] = [references.slice(0, MOST_NAMED), references.length > MOST_NAMED];
  throw badInput(
    'reference',
    `fits several complaints: ${some.join(', ')}${more ? ' and others' : ''}. Write the one that is meant exactly so.`,
  );
}

/** Looks again, for less than half a second, where the complaint may be on its way. */
async function candidatesNow(transaction: Transaction, written: string): Promise<readonly Candidate[]> {
  const isOnItsWay = GIVEN_OUT.test(written);
  for (let look = 1; ; look += 1) {
    const candidates = await candidatesFor(transaction, written);
    if (candidates.length > 0 || !isOnItsWay || look === LOOKS) return candidates;
    await setTimeout(BETWEEN_LOOKS_MILLIS);
  }
}

/** First those that are written exactly so, then whatever has the same letters and digits. */
async function candidatesFor(transaction: Transaction, written: string): Promise<readonly Candidate[]> {
  const key = referenceKey(written);
  const candidates = await transaction.query<Candidate>(
    `select complaint_id as id, reference from insight.stage_fact where reference_key = $1
     order by (reference = $2) desc, received_on desc, complaint_id limit $3`,
    [key, written, MOST_CANDIDATES],
  );
  const isAllThereIs = key === '' || isGarbled(written);
  return isAllThereIs ? candidates.filter(({ reference }) => reference === written) : candidates;
}
