import { recordAudit } from '../../platform/audit/record';
import { keepNoAnswer } from '../../platform/transaction/kept-answers';
import type { Transaction } from '../../platform/transaction/transaction';
import { checkMayWork } from '../live/live-caller';
import type { StreamContext } from '../reading/loaders';
import type { DocumentRow } from './tables';

type Of = { readonly complaintId: string } | { readonly ids: readonly string[] };

/** Documents of a complaint, or of some ids, in the order in which they came, as far as they are for the caller to see. */
export function readDocumentsOf(
  { transaction, stream: { name: schema } }: Pick<StreamContext, 'transaction' | 'stream'>,
  of: Of,
): Promise<DocumentRow[]> {
  keepNoAnswer(transaction);
  const [condition, value] = 'ids' in of ? ['id = any ($1)', of.ids] : ['complaint_id = $1', of.complaintId];
  return transaction.query<DocumentRow>(
    `select * from "${schema}".document where ${condition} order by entry, place`,
    [value],
  );
}

/** The documents of a live complaint. The reading is recorded as one of its people, and fails where it cannot be. */
export async function listDocuments(context: StreamContext, complaintId: string): Promise<DocumentRow[]> {
  const rows = await readDocumentsOf(context, { complaintId });
  const { name: schema } = context.stream;
  if (rows.length > 0)
    await recordAudit(context, { schema, action: 'ACCOUNT_READ', recordIds: [complaintId] });
  return rows;
}

/**
 * Which file holds a document; null where there is none that the caller may read. The reading is recorded in the same transaction:
 * where it cannot be, nothing is told. Throws FORBIDDEN for whoever works on no complaint of the stream.
 */
export async function readDocumentFile(context: StreamContext, id: string): Promise<DocumentRow | null> {
  const { identity, stream } = context;
  checkMayWork(identity, stream.name);
  const [row] = await readDocumentsOf(context, { ids: [id] });
  if (row === undefined) return null;
  await recordAudit(context, { schema: stream.name, action: 'DOCUMENT_READ', recordIds: [id] });
  return row;
}

/** Of files by their names, those that documents of a stream are held by. For whoever removes the others. */
export async function filesHeld(
  transaction: Transaction,
  schema: string,
  files: readonly string[],
): Promise<string[]> {
  const rows = await transaction.query<{ file: string }>(
    `select file from "${schema}".document where file = any ($1)`,
    [files],
  );
  return rows.map(({ file }) => file);
}
