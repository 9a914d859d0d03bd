import type { Settings } from '../../platform/config/settings';
import { openSpool } from '../../platform/files/spool';
import type { Logger } from '../../platform/logging/logger';
import type { Schemas } from '../../subgraphs/schemas';
import { repeat } from './repeat';
import { sweepDocuments } from './sweep-documents';

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
