import type { KeptOmbudsmanCase } from '../../../contracts/records/ombudsman-case';
import type { KeepRecords, RecordFinding } from '../../../platform/server/keeper';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import type { Transaction } from '../../../platform/transaction/transaction';
import { joinComplaints, waitToJoin } from '../complaints/join-complaints';
import { type CaseRow, finding, ombudsmanCase, remedy } from '../tables';
import { caseIdFor, referenceDigits, referenceKey } from './keys';
import { liveCases } from './live-cases';
import { publishCases } from './publish-cases';

/** A case of the register, with its id and its place in the load. */
interface Given {
  readonly ordinal: number;
  readonly id: string;
  readonly kept: KeptOmbudsmanCase;
}

/**
 * Keeps what the register says, and joins the cases to their complaints. A case that is worked on here stays as it is:
 * it finds KEPT_LIVE. It finds OUR_REFERENCE_NOT_FOUND of a case of one of the council's streams whose complaint is not known.
 */
export const keepCases: KeepRecords<KeptOmbudsmanCase> = async (transaction, { authority, batch }) => {
  await waitToJoin(transaction);
  const all = batch.map(({ ordinal, record }): Given => ({ ordinal, kept: record, id: caseIdFor(record) }));
  const live = await liveCases(
    transaction,
    all.map(({ id }) => id),
  );
  const given = all.filter(({ id }) => !live.has(id));
  const changed = await changedOf(transaction, given);
  await writeCases(transaction, { authority, changed });
  await writeParts(transaction, changed);
  const caseIds = changed.map(({ id }) => id);
  await joinComplaints(transaction, { caseIds });
  await publishCases(transaction, caseIds);
  const kept = all.filter(({ id }) => live.has(id)).map(({ ordinal }) => ({ ordinal, code: 'KEPT_LIVE' }));
  return [...kept, ...(await notFound(transaction, given))];
};

async function changedOf(transaction: Transaction, given: readonly Given[]): Promise<readonly Given[]> {
  const held = await transaction.query<{ id: string; content_hash: string }>(
    'select id, content_hash from ombudsman.ombudsman_case where id = any($1)',
    [given.map(({ id }) => id)],
  );
  const hashes = new Map(held.map(({ id, content_hash }) => [id, content_hash]));
  return given.filter(({ id, kept }) => hashes.get(id) !== kept.contentHash);
}

/** What this part, or the database, knows by itself. */
type Own = 'complaint_id' | 'version' | 'changed_at';
const OWN: readonly string[] = ['complaint_id', 'version', 'changed_at'] satisfies Own[];

/** What the register says. */
const WRITTEN = ombudsmanCase.names.filter((name) => !OWN.includes(name));

/** A case that was removed goes on from its version. */
async function writeCases(
  transaction: Transaction,
  { authority, changed }: { authority: string; changed: readonly Given[] },
): Promise<void> {
  const definitions = WRITTEN.map((name) => `${name} ${ombudsmanCase.columns[name]}`);
  await transaction.query(
    `with back as (delete from ombudsman.case_gone where id = any($2) returning id, version)
     insert into ombudsman.ombudsman_case as held (${WRITTEN.join(', ')}, version)
     select ${WRITTEN.map((name) => `given.${name}`).join(', ')}, coalesce(back.version, 0) + 1
     from jsonb_to_recordset($1::jsonb) as given (${definitions.join(', ')}) left join back on back.id = given.id
     on conflict (id) do update
     set ${WRITTEN.map((name) => `${name} = excluded.${name}`).join(', ')}, version = held.version + 1`,
    [JSON.stringify(changed.map((one) => caseRow(one, authority))), changed.map(({ id }) => id)],
  );
}

function caseRow({ id, kept }: Given, authority: string): Omit<CaseRow, Own> {
  const { ourReference } = kept;
  return {
    id,
    authority,
    body: kept.body,
    reference: kept.reference,
    our_reference: ourReference,
    our_reference_key: ourReference === null ? null : referenceKey(ourReference),
    our_reference_digits: ourReference === null ? null : referenceDigits(ourReference),
    stream: kept.stream,
    stream_written: kept.streamWritten,
    partner: kept.partner,
    received_on: kept.receivedOn,
    reply_due_on: kept.replyDueOn,
    reply_sent_on: kept.replySentOn,
    decided_on: kept.decidedOn,
    decision: kept.decision,
    upheld: kept.upheld,
    lgsco_decision: kept.lgscoDecision,
    content_hash: kept.contentHash,
  };
}

/** Findings and remedies are replaced as a whole: the register has no names for them. */
async function writeParts(transaction: Transaction, changed: readonly Given[]): Promise<void> {
  const caseIds = changed.map(({ id }) => id);
  await transaction.query('delete from ombudsman.finding where case_id = any($1)', [caseIds]);
  await transaction.query('delete from ombudsman.remedy where case_id = any($1)', [caseIds]);
  await bulkUpsert(
    transaction,
    finding,
    changed.flatMap(({ id, kept: { partner, findings } }) =>
      findings.map((found, place) => ({ case_id: id, place, partner, ...found })),
    ),
  );
  await bulkUpsert(
    transaction,
    remedy,
    changed.flatMap(({ id, kept: { partner, remedies } }) =>
      remedies.map(({ text, dueOn, doneOn }, place) => ({
        ...{ case_id: id, place, partner, text },
        ...{ due_on: dueOn, done_on: doneOn },
      })),
    ),
  );
}

async function notFound(
  transaction: Transaction,
  given: readonly Given[],
): Promise<readonly RecordFinding[]> {
  const rows = await transaction.query<{ id: string }>(
    `select id from ombudsman.ombudsman_case
     where id = any($1) and stream is not null and our_reference is not null and complaint_id is null`,
    [given.map(({ id }) => id)],
  );
  const ids = new Set(rows.map(({ id }) => id));
  return given
    .filter(({ id }) => ids.has(id))
    .map(({ ordinal }) => ({ ordinal, code: 'OUR_REFERENCE_NOT_FOUND' }));
}
