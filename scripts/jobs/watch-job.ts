import type { Begun, Queue } from '../../subgraphs/intake/subgraph';
import type { Far, ImportJob } from '../import/open-import';
import { heedJob } from './heed-job';

/** Says while a file is imported how far it is, and ends it once it is cancelled. */
export function watchJob(
  queue: Pick<Queue, 'far' | 'beginRecording'>,
  begun: Begun,
): { readonly job: ImportJob; stop(): void } {
  const heed = heedJob(queue, begun);
  let isRecording = false;
  const told = ({ rows, records }: Far) =>
    isRecording ? { done: records, expected: rows } : { done: rows, expected: null };
  return {
    job: {
      id: begun.id,
      name: begun.file,
      begun(far) {
        heed.tells(() => told(far()));
      },
      checkRow: () => heed.check(),
      async beforeRecording() {
        if (begun.kind === 'dry_run') heed.check();
        else await heed.beginRecording();
        isRecording = true;
      },
    },
    stop: () => heed.stop(),
  };
}
