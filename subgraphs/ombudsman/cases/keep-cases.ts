import type { KeptOmbudsmanCase } from '../../../contracts/records/ombudsman-case';
import type { KeepRecords, RecordFinding } from '../../../platform/server/keeper';
import { bulkUpsert } from '../../../platform/transaction/bulk';
import type { Transaction } from '../../../platform/transaction/transaction';
import { joinComplaints, waitToJoin } from '../complaints/join-complaints';
import type { CaseRow, FindingRow, RemedyRow } from '../tables';
import { caseIdFor, referenceDigits, referenceKey } from './keys';
import { publishCases } from './publish-cases';

/** A case of the register, with its id and its place in the load. */
interface Given {
  readonly ordinal: number;
  readonly id: string;
  readonly kept: KeptOmbudsmanCase;
}

/**
 * Keeps what the register says, and joins the cases to their complaints. Finds
 * OUR_REFERENCE_NOT_FOUND of a case of one of the council's streams whose complaint is not known.
 */
export const keepCases: KeepRecords<KeptOmbudsmanCase> = async (transaction, { authority, batch }) => {
  await waitToJoin(transaction);
  const given = batch.map(({ ordinal, record }): Given => ({ ordinal, kept: record, id: caseIdFor(record) }));
  const changed = await changedOf(transaction, given);
  await writeCases(transaction, { authority, changed });
  await writeParts(transaction, changed);
  const caseIds = changed.map(({ id }) => id);
  await joinComplaints(transaction, { caseIds });
  await publishCases(transaction, caseIds);
  return notFound(transaction, given);
};

async function changedOf(transaction: Transaction, given: readonly Given[]): Promise<readonly Given[]> {
  const held = await transaction.query<{ id: string; content_hash: string }>(
    'select id, content_hash from ombudsman.ombudsman_case where id = any($1)',
    [given.map(({ id }) => id)],
  );
  const hashes = new Map(held.map(({ id, content_hash }) => [id, content_hash]));
  return given.filter(({ id, kept }) => hashes.get(id) !== kept.contentHash);
}

const COLUMNS: Readonly<Record<Exclude<keyof CaseRow, 'complaint_id' | 'version'>, string>> = {
  id: 'text',
  authority: 'text',
  body: 'text',
  reference: 'text',
  our_reference: 'text',
  our_reference_key: 'text',
  our_reference_digits: 'text',
  stream: 'text',
  stream_written: 'text',
  partner: 'text',
  received_on: 'date',
  reply_due_on: 'date',
  reply_sent_on: 'date',
  decided_on: 'date',
  decision: 'text',
  upheld: 'boolean',
  lgsco_decision: 'text',
  content_hash: 'text',
};

/** A case that was taken back goes on from its version. */
async function writeCases(
  transaction: Transaction,
  { authority, changed }: { authority: string; changed: readonly Given[] },
): Promise<void> {
  const names = Object.keys(COLUMNS);
  const definitions = Object.entries(COLUMNS).map((column) => column.join(' '));
  await transaction.query(
    `with back as (delete from ombudsman.case_gone where id = any($2) returning id, version)
     insert into ombudsman.ombudsman_case as held (${names.join(', ')}, version)
     select ${names.map((name) => `given.${name}`).join(', ')}, coalesce(back.version, 0) + 1
     from jsonb_to_recordset($1::jsonb) as given (${definitions.join(', ')}) left join back on back.id = given.id
     on conflict (id) do update
     set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}, version = held.version + 1`,
    [JSON.stringify(changed.map((one) => caseRow(one, authority))), changed.map(({ id }) => id)],
  );
}

function caseRow({ id, kept }: Given, authority: string): Omit<CaseRow, 'complaint_id' | 'version'> {
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
  await bulkUpsert<FindingRow>(
    transaction,
    {
      table: 'ombudsman.finding',
      key: ['case_id', 'place'],
      columns: {
        case_id: 'text',
        place: 'smallint',
        partner: 'text',
        issue: 'text',
        finding: 'text',
        category: 'text',
      },
    },
    changed.flatMap(({ id, kept: { partner, findings } }) =>
      findings.map((finding, place) => ({ case_id: id, place, partner, ...finding })),
    ),
  );
  await bulkUpsert<RemedyRow>(
    transaction,
    {
      table: 'ombudsman.remedy',
      key: ['case_id', 'place'],
      columns: {
        case_id: 'text',
        place: 'smallint',
        partner: 'text',
        text: 'text',
        due_on: 'date',
        done_on: 'date',
      },
    },
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
