import { z } from 'zod';
import { defineRecord, type RecordOf } from '../../platform/server/keeper';

/** One telephone call that was offered to the complaints team: what figures count, and who was on the line. */
export const callRecord = defineRecord({
  name: 'a telephone call',
  schema: z.object({
    callId: z.string(),
    offeredOn: z.string(),
    /** The moment, as ISO text; null where only a day can be told. */
    offeredAt: z.string().nullable(),
    group: z.string().nullable(),
    queueWritten: z.string().nullable(),
    answered: z.boolean().nullable(),
    waitSeconds: z.number().nullable(),
    talkSeconds: z.number().nullable(),
    /** Personal data. */
    callerNumber: z.string().nullable(),
    /** Personal data. */
    agent: z.string().nullable(),
    /** The streams that a reader of the two has to be cleared for, all of them. */
    clearedFor: z.array(z.string()).readonly(),
  }),
});
export type KeptCall = RecordOf<typeof callRecord>;
