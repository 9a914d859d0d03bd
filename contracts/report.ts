import { z } from 'zod';

const REPORT_MEASURES = [
  'received',
  'escalated',
  'direct',
  'referredToOmbudsman',
  'upheldByOmbudsman',
] as const;

/** A stream's table in the periodic report, or the ombudsmen's. */
export const streamReport = z.object({
  id: z.string(),
  title: z.string(),
  /** Whether the same period of the two years before has columns of its own. */
  samePeriodOfYearsBefore: z.boolean(),
  rows: z
    .array(
      z.object({
        label: z.string(),
        measure: z.enum(REPORT_MEASURES),
        /** Null counts all stages. */
        stage: z.number().nullable(),
      }),
    )
    .readonly(),
});
export type ReportMeasure = (typeof REPORT_MEASURES)[number];
export type StreamReport = z.infer<typeof streamReport>;
