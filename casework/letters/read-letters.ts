import { recordAudit } from '../../platform/audit/record';
import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import type { StreamContext } from '../reading/loaders';
import type { LetterRow } from './tables';

type Reading = Pick<StreamContext, 'transaction' | 'stream'>;

/** The letters of a complaint, in the order in which they were begun. The reading is recorded as one of its people. */
export async function listLetters(context: StreamContext, complaintId: string): Promise<LetterRow[]> {
  const { transaction, stream } = context;
  keepNoAnswer(transaction);
  const rows = await transaction.query<LetterRow>(
    `select * from "${stream.name}".letter where complaint_id = $1 order by begun_at, id`,
    [complaintId],
  );
  if (rows.length > 0)
    await recordAudit(context, { schema: stream.name, action: 'ACCOUNT_READ', recordIds: [complaintId] });
  return rows;
}

/** A letter; null where there is none of the id that the caller may see. */
export async function readLetter({ transaction, stream }: Reading, id: string): Promise<LetterRow | null> {
  keepNoAnswer(transaction);
  const [row] = await transaction.query<LetterRow>(`select * from "${stream.name}".letter where id = $1`, [
    id,
  ]);
  return row ?? null;
}

/** Kinds of letters that were sent of a stage. */
export async function sentKinds(
  { transaction, stream }: Reading,
  { complaintId, stage }: { readonly complaintId: string; readonly stage: number },
): Promise<LetterRow['kind'][]> {
  keepNoAnswer(transaction);
  const rows = await transaction.query<Pick<LetterRow, 'kind'>>(
    `select distinct kind from "${stream.name}".letter where complaint_id = $1 and stage = $2 and status = 'SENT'`,
    [complaintId, stage],
  );
  return rows.map(({ kind }) => kind);
}
