import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';

/** A month, written 2021-04. */
const month = z.string().regex(/^\d{4}-\d{2}$/);

/**
 * How much of the records of one keeper (a stream, `ombudsman`, `calls`) waits to be put right, as intake last counted it.
 * Published some seconds after it changed.
 */
export const faultsCounted = defineEvent({
  kind: 'faults-counted',
  publisher: 'intake',
  payload: z.object({
    /** In lower case, as who keeps the records. */
    keeper: z.string(),
    /** Those that touch figures as they stand. */
    openFaults: z.number().int().nonnegative(),
    /** Rows that are in no figure, since something about them could not be read. */
    quarantinedRows: z.number().int().nonnegative(),
    /**
     * The same by the first and the last month that they speak of; one without days speaks of those that its import covers. Null
     * where that was not told.
     */
    months: z
      .array(
        z.object({
          /** Null, as `to`, where nobody can say: it may be of any month. */
          from: month.nullable(),
          to: month.nullable(),
          openFaults: z.number().int().nonnegative(),
          quarantinedRows: z.number().int().nonnegative(),
        }),
      )
      .readonly()
      .nullable()
      .default(null),
  }),
});
export type FaultsCounted = PayloadOf<typeof faultsCounted>;
