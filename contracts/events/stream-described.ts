import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';
import { streamReport } from '../report';

/** What insight has to know of a stream to read its figures: which stages it has and how its report looks. */
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
  }),
});
export type StreamDescribed = PayloadOf<typeof streamDescribed>;

function streamOf(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null || !('stream' in payload)) return null;
  return typeof payload.stream === 'string' ? payload.stream.toLowerCase() : null;
}
