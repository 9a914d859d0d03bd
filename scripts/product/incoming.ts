import type { Clock } from '../../platform/config/clock';
import type { Settings } from '../../platform/config/settings';
import { openSpool, type Spool } from '../../platform/files/spool';
import type { Logger } from '../../platform/logging/logger';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { type DataSource, inTransaction } from '../../platform/transaction/transaction';
import { uploadsInUse } from '../../subgraphs/intake/subgraph';
import type { Schemas } from '../../subgraphs/schemas';
import { createFolderWatch } from '../watched/watch-folder';
import { repeat } from './repeat';

const SWEEP_EVERY_MILLIS = 60_000;
const MOST_LOOK_MILLIS = 2_000;

/** Sweeps the spool, at the start and ever after, and looks at the watched folder, where there is one. */
export function watchIncoming(
  {
    schemas,
    settings,
  }: { readonly schemas: Schemas; readonly settings: Pick<Settings, 'clock' | 'imports'> },
  logger: Logger,
): { stop(): Promise<void> } {
  const { spoolFolder, watchedFolder, quietMillis } = settings.imports;
  const [spool, intake] = [openSpool(spoolFolder), schemas.of('intake')];
  const stopping = new AbortController();
  const again = (everyMillis: number, work: () => Promise<void>, failure: string) =>
    repeat({ everyMillis, work, failed: (error) => logger.error({ err: error }, failure) }, stopping.signal);
  const working = [
    again(
      SWEEP_EVERY_MILLIS,
      () => sweep(spool, intake, settings.clock),
      'Files that nobody needs could not be removed',
    ),
  ];
  if (watchedFolder !== null) {
    const watch = createFolderWatch({
      folder: watchedFolder,
      quietMillis,
      spool,
      intake,
      clock: settings.clock,
    });
    const every = Math.min(MOST_LOOK_MILLIS, quietMillis);
    working.push(
      again(every, () => watch.look(), 'The watched folder could not be looked at; its files wait'),
    );
  }
  return {
    async stop() {
      stopping.abort();
      await Promise.all(working);
    },
  };
}

/** Removes what no job needs any more. */
async function sweep(spool: Spool, intake: DataSource, clock: Clock): Promise<void> {
  const inUse = await inTransaction(intake, IMPORT_SCOPE, (transaction) =>
    uploadsInUse(transaction, clock.now()),
  );
  await spool.sweep(async () => inUse);
}
