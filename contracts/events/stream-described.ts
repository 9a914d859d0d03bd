import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';
import { streamReport } from '../report';

const limit = z.object({ workingDays: z.number() });

/** The rules of a stream's stages, as `domain/procedure` has them, in the order in which they came into force. */
export const describedProcedure = z
  .array(
    z.object({
      stage: z.number(),
      inForceFrom: z.string(),
      source: z.string(),
      acknowledgeWithin: limit.nullable(),
      answerWithin: z.union([
        z.object({ workingDays: z.number(), from: z.enum(['received', 'acknowledged']) }),
        z.object({ months: z.number(), from: z.literal('received') }),
      ]),
      extendBy: limit.nullable(),
      reachedOnlyByEscalation: z.boolean(),
    }),
  )
  .readonly();
export type DescribedProcedure = z.infer<typeof describedProcedure>;
export type DescribedRule = DescribedProcedure[number];

/** What others have to know of a stream to read its figures and to tell people how it goes: its stages, its report, its procedure. */
export const streamDescribed = defineEvent({
  kind: 'stream-described',
  publisher: (source, payload) => streamOf(payload) === source,
  payload: z.object({
    /** The stream's name in the schema's enum, for example CORPORATE. */
    stream: z.string(),
    stages: z.array(z.object({ number: z.number(), onlyByEscalation: z.boolean() })).readonly(),
    report: streamReport,
    /** By which working days are counted, bank holidays that people decided on included; what was published before had none. */
    calendar: z
      .object({ firstYear: z.number(), lastYear: z.number(), daysOff: z.array(z.string()).readonly() })
      .optional(),
    /** Its procedure, for people to read; what was published before had none. */
    procedure: describedProcedure.optional(),
  }),
});
export type StreamDescribed = PayloadOf<typeof streamDescribed>;

function streamOf(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('stream' in payload)) return null;
  return typeof payload.stream === 'string' ? payload.stream.toLowerCase() : null;
}
