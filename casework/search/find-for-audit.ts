import { tidyReference } from '../../domain/references/reference';
import { recordAudit } from '../../platform/audit/record';
import { badUserInput, forbidden } from '../../platform/server/errors';
import type { StreamContext } from '../reading/loaders';

/** Longer than any reference that a case system gives. */
const MOST_CHARACTERS = 60;

/**
 * The ids of the stream's complaints of which a stage has this reference, 20 at most, for auditors: by them they find who read
 * what. That they looked is recorded in the operation's own transaction, of each complaint that was found, else of the stream;
 * the reference is not. Throws FORBIDDEN for everybody else, and BAD_USER_INPUT for what is no reference.
 */
export async function complaintIdsField(
  _parent: object,
  { reference }: { readonly reference: string },
  context: StreamContext,
): Promise<string[]> {
  const { identity, transaction } = context;
  const { name: schema } = context.stream;
  if (identity.role !== 'auditor') throw forbidden('Ids are looked up by auditors alone.');
  const written = reference.length > MOST_CHARACTERS ? '' : tidyReference(reference);
  if (written === '')
    throw badUserInput(`\`reference\` cannot be meant: write ${MOST_CHARACTERS} characters at most.`);
  const rows = await transaction.query<{ complaint_id: string }>(
    `select complaint_id from "${schema}".find_for_audit($1)`,
    [[written, written.toUpperCase(), written.toLowerCase()]],
  );
  const ids = rows.map(({ complaint_id }) => complaint_id);
  await recordAudit(context, {
    ...{ schema, action: 'COMPLAINT_LOOK_UP' },
    recordIds: ids.length === 0 ? [schema] : ids,
  });
  return ids;
}
