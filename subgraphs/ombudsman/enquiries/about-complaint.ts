import type { Transaction } from '../../../platform/transaction/transaction';
import { referenceDigits, referenceKey } from '../cases/keys';
import { type EnquiryUnusable, enquiryUnusable } from './results';

/** Which complaint an enquiry is about, as whoever records it knows it. */
export interface AboutComplaint {
  readonly complaintId: string | null;
  readonly ourReference: string | null;
  /** The stream's name in the schema's enum; null where it is not said. */
  readonly stream: string | null;
}

/** What a case has of its complaint. */
export interface FoundComplaint {
  readonly complaintId: string | null;
  readonly ourReference: string | null;
  readonly stream: string | null;
}

interface Found {
  readonly complaint_id: string;
  readonly reference_key: string;
  readonly stream: string;
}

/**
 * The complaint that is meant, among those of streams that the caller is cleared for. One that is named by its id has to be
 * known here; a reference that no complaint has waits for one.
 */
export async function aboutComplaint(
  transaction: Transaction,
  about: AboutComplaint,
): Promise<FoundComplaint | EnquiryUnusable> {
  const { complaintId, ourReference, stream } = about;
  if (complaintId === null) {
    const found = ourReference === null ? null : await byReference(transaction, { ourReference, stream });
    return {
      complaintId: found?.complaint_id ?? null,
      ourReference,
      stream: stream ?? found?.stream ?? null,
    };
  }
  const [found] = await transaction.query<Found>(
    `select complaint_id, reference_key, stream from ombudsman.reference_of_complaint
     where complaint_id = $1 and reference_key <> '' order by received_on desc, reference_key limit 1`,
    [complaintId],
  );
  if (found === undefined)
    return enquiryUnusable('complaintId', 'There is no complaint of this id that you work on.');
  if (stream !== null && stream !== found.stream)
    return enquiryUnusable('stream', 'The complaint is of another stream: leave it out.');
  return { complaintId, ourReference: found.reference_key, stream: found.stream };
}

/** As a case is joined to its complaint: by the reference as it was typed, else by its digits. */
async function byReference(
  transaction: Transaction,
  { ourReference, stream }: { readonly ourReference: string; readonly stream: string | null },
): Promise<Found | null> {
  const [found] = await transaction.query<Found>(
    `select complaint_id, reference_key, stream from ombudsman.reference_of_complaint
     where reference_key in ($1, $2) and ($3::text is null or stream = $3)
     order by (reference_key = $1) desc, received_on desc, complaint_id collate "C" limit 1`,
    [referenceKey(ourReference), referenceDigits(ourReference), stream],
  );
  return found ?? null;
}
