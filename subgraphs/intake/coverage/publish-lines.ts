import { coverageRecorded } from '../../../contracts/events/coverage-recorded';
import type { CoverageLineRecord } from '../../../contracts/records/coverage-line';
import { publish } from '../../../platform/outbox/outbox';
import type { Transaction } from '../../../platform/transaction/transaction';

/** A line as it is now, with the version that it has by that. */
export type VersionedLine = CoverageLineRecord & { readonly version: number };

/** What a statement that changed lines, under the alias `held`, returns of them. */
export const VERSIONED_LINE = `held.stream, held.measure, held.recorded_from as "recordedFrom",
  held.recorded_to as "recordedTo", held.granularity, held.version`;

/** Publishes lines as they are now, or that it is as if they had never been. */
export function publishLines(
  transaction: Transaction,
  lines: readonly VersionedLine[],
  more: { readonly takenBack?: true },
): Promise<void> {
  return publish(
    transaction,
    'intake',
    lines.map(({ version, ...line }) =>
      coverageRecorded.event({
        subject: `${line.stream}/${line.measure}/${line.recordedFrom}`,
        version: Number(version),
        payload: { ...line, ...more },
      }),
    ),
  );
}
