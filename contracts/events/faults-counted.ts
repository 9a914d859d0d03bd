import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';

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
    openFaults: z.number().int().nonnegative(),
    /** Rows that are in no figure, since something about them could not be read. */
    quarantinedRows: z.number().int().nonnegative(),
  }),
});
export type FaultsCounted = PayloadOf<typeof faultsCounted>;
