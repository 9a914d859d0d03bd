import type { DataSource } from 'typeorm';
import { fixedClock } from '../../platform/config/clock';
import { openLoad } from './load/open-load';
import type { StagedRow } from './load/types';

export { withSettings } from '../../platform/testing/with-settings';

/** A row that its source takes, with what a test does not care for filled in. */
export const takenRow = (facts: Partial<Extract<StagedRow, { kind: 'taken' }>>): StagedRow => ({
  kind: 'taken',
  line: 2,
  raw: { Ref: '1' },
  contentHash: 'a hash',
  faults: [],
  identity: '1',
  lastUpdated: null,
  keeper: 'corporate',
  order: 1,
  record: {},
  ...facts,
});

/** Loads staged rows as one import, recorded nowhere else. */
export async function loadRows(
  intake: DataSource,
  { source, rows }: { source: string; rows: readonly StagedRow[] },
): Promise<void> {
  const clock = fixedClock('2022-01-31');
  const opening = { source, clock, dryRun: false, amendmentId: null };
  const load = await openLoad(intake, { ...opening, file: `/a/folder/${source}.csv` });
  try {
    await load.stage(rows);
    await load.classify();
    const counts = await load.count({ identityColumn: 'Ref', controlTotal: null });
    await load.settle({ sha256: `sha of ${source}`, counts, isWhole: true });
  } finally {
    await load.end();
  }
}
