import { z } from 'zod';
import { defineRecord, type RecordOf } from '../../platform/server/keeper';

/** The shape that the record and its event (`coverage-recorded`) share. Days are ISO dates in Europe/London. */
export const coverageLineShape = {
  /** The stream's name in the schema's enum, for example CORPORATE. */
  stream: z.string(),
  /** As the list names it, for example `escalated_to_stage_2`. */
  measure: z.string(),
  recordedFrom: z.string(),
  /** The last day; null while it is still recorded. */
  recordedTo: z.string().nullable(),
  /** 'year': only whole financial years are reliable. */
  granularity: z.enum(['day', 'year']),
};

/** Over which days, and how finely, a stream recorded a measure: one line of the team's list. */
export const coverageLineRecord = defineRecord({
  name: 'a line of coverage',
  schema: z.object(coverageLineShape),
});
export type CoverageLineRecord = RecordOf<typeof coverageLineRecord>;
