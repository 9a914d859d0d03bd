import { z } from 'zod';

/**
 * A thing that a reported figure counted and now does not, or the other way round, as its id says it: intake reads from it of
 * which record to say what brought or removed it, and since when.
 */
const reportedRecord = z.object({
  /** The cell and the thing: unique together in one version of a report. */
  report: z.string(),
  version: z.number().int(),
  cell: z.string(),
  thing: z.string(),
  /** In lower case, as the part that keeps it is called; null for telephone calls. */
  keeper: z.string().nullable(),
  reference: z.string().nullable(),
  /** When the report was frozen, as ISO text. */
  frozenAt: z.string(),
});
export type ReportedRecordId = z.infer<typeof reportedRecord>;

/** The id of such a thing. */
export const reportedRecordId = ({
  report,
  version,
  cell,
  thing,
  keeper,
  reference,
  frozenAt,
}: ReportedRecordId): string =>
  Buffer.from(JSON.stringify([report, version, cell, thing, keeper, reference, frozenAt])).toString(
    'base64url',
  );

/** What such an id says; null for a text that is none. */
export function readReportedRecordId(id: string): ReportedRecordId | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(id, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 7) return null;
    const [report, version, cell, thing, keeper, reference, frozenAt] = parts;
    const read = reportedRecord.safeParse({ report, version, cell, thing, keeper, reference, frozenAt });
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
