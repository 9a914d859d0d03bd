import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';
import { coverageLineShape } from '../records/coverage-line';

/** One line of the team's list of which measures were recorded when, or that it is as if it had never been. */
export const coverageRecorded = defineEvent({
  kind: 'coverage-recorded',
  publisher: 'intake',
  payload: z.object({
    ...coverageLineShape,
    /** Only of a line that was removed. */
    takenBack: z.literal(true).optional(),
  }),
});
export type CoverageRecorded = PayloadOf<typeof coverageRecorded>;
