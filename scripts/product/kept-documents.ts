import { filesHeld } from '../../casework/documents/read-documents';
import type { Settings } from '../../platform/config/settings';
import { openSpool, type Spool } from '../../platform/files/spool';
import type { Logger } from '../../platform/logging/logger';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import type { Schemas } from '../../subgraphs/schemas';
import { repeat } from './repeat';
import { streamNames } from './subgraphs';

const SWEEP_EVERY_MILLIS = 5 * 60_000;

/**
 * Removes files that no document is held by, at the start and ever after: what a killed process left, and what people were taken out
 * of. Where one stream cannot be asked, nothing is removed.
 */
export function watchDocuments(
  { schemas, settings }: { readonly schemas: Schemas; readonly settings: Pick<Settings, 'documents'> },
  logger: Logger,
): { stop(): Promise<void> } {
  const spool = openSpool(settings.documents.folder);
  const stopping = new AbortController();
  const working = repeat(
    {
      everyMillis: SWEEP_EVERY_MILLIS,
      work: () => sweepDocuments(spool, schemas),
      failed: (error) =>
        logger.error({ err: error }, 'Files of documents that nobody needs could not be removed'),
    },
    stopping.signal,
  );
  return {
    async stop() {
      stopping.abort();
      await working;
    },
  };
}

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
