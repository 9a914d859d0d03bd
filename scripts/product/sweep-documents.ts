import { filesHeld } from '../../casework/documents/read-documents';
import type { Spool } from '../../platform/files/spool';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import type { Schemas } from '../../subgraphs/schemas';
import { streamNames } from './subgraphs';

/** Removes from a folder the files that no document of any stream is held by. */
export const sweepDocuments = (
  spool: Pick<Spool, 'sweep'>,
  schemas: Pick<Schemas, 'of'>,
  streams: readonly string[] = streamNames(),
): Promise<void> =>
  spool.sweep(async (names) => {
    const held = await Promise.all(
      streams.map((stream) =>
        inTransaction(schemas.of(stream), IMPORT_SCOPE, (transaction) =>
          filesHeld(transaction, stream, names),
        ),
      ),
    );
    return new Set(held.flat());
  });
