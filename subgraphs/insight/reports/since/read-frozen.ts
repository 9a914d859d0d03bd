import { z } from 'zod';
import type { Transaction } from '../../../../platform/transaction/transaction';
import { type ReportContent, reportContent } from '../content';

/** A version of a report that was frozen: what it says, and from what it was counted. */
export interface FrozenVersion {
  readonly report: string;
  readonly version: number;
  readonly content: ReportContent;
  readonly snapshot: string;
  readonly frozenAt: string;
  readonly frozenBy: string;
}

const row = z.object({
  version: z.number(),
  content: reportContent,
  snapshot: z.string(),
  frozen_at: z.date(),
  frozen_by: z.string(),
});

/** Reads a frozen version of a report, the newest that is frozen where none is named; null where there is none. */
export async function readFrozen(
  transaction: Transaction,
  { report, version }: { readonly report: string; readonly version: number | null },
): Promise<FrozenVersion | null> {
  const [found] = await transaction.query(
    `select version, content, snapshot, frozen_at, frozen_by from insight.report_version
     where report_id = $1 and ($2::int is null or version = $2) and frozen_at is not null
     order by version desc limit 1`,
    [report, version],
  );
  if (found === undefined) return null;
  const { frozen_at, frozen_by, ...read } = row.parse(found);
  return { report, ...read, frozenAt: frozen_at.toISOString(), frozenBy: frozen_by };
}
