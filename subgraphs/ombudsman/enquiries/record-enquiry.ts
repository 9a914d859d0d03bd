import type { OmbudsmanBody } from '../../../contracts/ombudsman-body';
import { bodyReference, bodyReferenceKey, referenceExample } from '../../../domain/enquiries/body-reference';
import { decideEnquiry } from '../../../domain/enquiries/decide-enquiry';
import type { EnquiryCommand, EnquiryFactsOf } from '../../../domain/enquiries/enquiry';
import { refuse } from '../../../domain/enquiries/refuse';
import { caseIdFor, referenceDigits, referenceKey } from '../cases/keys';
import { joinComplaints } from '../complaints/join-complaints';
import type { Context } from '../context';
import type { CaseRow } from '../tables';
import { type AboutComplaint, aboutComplaint } from './about-complaint';
import { insertRows } from './insert-rows';
import { type EnquiryResult, enquiryNotFound, enquiryRefused } from './results';
import type { EntryRow } from './tables';
import { type Begun, doneNow, doOnce, isClearedFor, isClosedToCaller } from './work';
import { writeCommand } from './write-command';
import type { Words } from './written';

/** An enquiry as it is asked to be recorded. */
export interface RecordAsked {
  readonly key: string;
  readonly command: Extract<EnquiryCommand, { readonly event: 'record' }>;
  readonly reference: string;
  readonly about: AboutComplaint;
  readonly words: readonly Words[];
}

/**
 * Records an enquiry of an ombudsman, or says why not: one of the same ombudsman and reference is the same case, whether
 * the register or somebody here has it. Throws FORBIDDEN for whoever works on no case.
 */
export const recordEnquiry = (context: Context, asked: RecordAsked): Promise<EnquiryResult> =>
  doOnce(context, asked, async (begun) => {
    const { transaction, identity } = context;
    const { body } = asked.command;
    const digits = bodyReferenceKey(body, asked.reference);
    if (digits === null) return otherShape(body);
    const about = await aboutComplaint(transaction, asked.about);
    if ('__typename' in about) return about;
    const isTheirs = isClearedFor(identity, about.stream);
    if (!isTheirs || (await isClosedToCaller(transaction, about.complaintId))) return enquiryNotFound();
    const id = caseIdFor({ body, referenceKey: digits });
    if ((await context.cases.load(id)) !== null) return recordedAlready();
    const decision = decideEnquiry({ command: asked.command, state: null, ...begun.work });
    if (decision.isRefused) return enquiryRefused(decision.refusal);
    const { facts } = decision;
    if (facts.event !== 'record') throw new Error('An enquiry is recorded by another event');
    return begin(context, begun, { id, digits, facts, about, words: asked.words });
  });

/** Writes a case that begins, with its first entry, and joins it to its complaint. */
async function begin(
  context: Context,
  { command, work }: Begun,
  { words, ...begun }: NewCase & Pick<RecordAsked, 'words'>,
): Promise<EnquiryResult> {
  const { transaction, identity } = context;
  const { id, facts } = begun;
  const row = caseRow(begun, context);
  await insertRows(transaction, 'ombudsman_case', [{ ...row, version: await versionOfGone(context, id) }]);
  const last: EntryRow = {
    ...{ case_id: id, place: 1, event: facts.event, facts, by: identity.subject, at: work.now },
  };
  await joinComplaints(transaction, { caseIds: [id] });
  await writeCommand(context, { command, of: row, entries: [last], last, words, decided: {} });
  return doneNow(last);
}

interface NewCase {
  readonly id: string;
  readonly digits: string;
  readonly facts: EnquiryFactsOf<'record'>;
  readonly about: { readonly stream: string | null; readonly ourReference: string | null };
}

function caseRow(
  { id, digits, facts: { body, receivedOn, dueOn }, about: { stream, ourReference } }: NewCase,
  { authority }: Context,
): Omit<CaseRow, 'version' | 'changed_at' | 'complaint_id'> {
  return {
    ...{ id, authority, body, reference: bodyReference(body, digits), our_reference: ourReference },
    our_reference_key: ourReference === null ? null : referenceKey(ourReference),
    our_reference_digits: ourReference === null ? null : referenceDigits(ourReference),
    ...{ stream, stream_written: null, partner: null, received_on: receivedOn, reply_due_on: dueOn },
    ...{ reply_sent_on: null, decided_on: null, decision: null, upheld: null, lgsco_decision: null },
    // No row of the register is the same.
    content_hash: 'recorded here',
  };
}

/** A case that was removed goes on from its version. */
async function versionOfGone({ transaction }: Context, id: string): Promise<number> {
  const [gone] = await transaction.query<{ version: string }>(
    `with back as (delete from ombudsman.case_gone where id = $1 returning version)
     select coalesce((select version from back), 0) + 1 as version`,
    [id],
  );
  return Number(gone?.version ?? 1);
}

const otherShape = (body: OmbudsmanBody): EnquiryResult =>
  enquiryRefused(
    refuse('REFERENCE_OF_ANOTHER_SHAPE', `A reference of this ombudsman is like ${referenceExample(body)}.`, {
      part: 'reference',
    }),
  );

const recordedAlready = (): EnquiryResult =>
  enquiryRefused(
    refuse('ALREADY_RECORDED', 'A case of this ombudsman has this reference already: go on with that one.', {
      part: 'reference',
    }),
  );
