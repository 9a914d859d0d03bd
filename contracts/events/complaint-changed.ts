import { z } from 'zod';
import { CLOSURE_REASONS, OUTCOMES } from '../../domain/findings';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';
import { ROUTES } from '../route';

/** One stage of a complaint. Days are ISO dates in Europe/London. */
const stageFact = z.object({
  id: z.string(),
  number: z.number(),
  reference: z.string(),
  receivedOn: z.string(),
  /** What was published before there were acknowledgements has none. */
  acknowledgedOn: z.string().nullable().default(null),
  /** The last day on which the acknowledgement is in time; null where nothing sets a limit. */
  acknowledgeBy: z.string().nullable().default(null),
  dueOn: z.string().nullable(),
  answeredOn: z.string().nullable(),
  /** Working days of the stream's calendar from the day of receipt (0) to the day of the answer. */
  daysToAnswer: z.number().int().nullable().default(null),
  /** Whether the stage is ended, by an answer or without one. */
  ended: z.boolean().default(false),
  /** The day on which it ended, if no later stage follows: null while that is not known. */
  closedOn: z.string().nullable().default(null),
  route: z.enum(ROUTES).nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  closureReason: z.enum(CLOSURE_REASONS).nullable(),
  /** Directory's id of the service; null where none was recorded or what was written is not known. */
  serviceId: z.string().nullable(),
  /** Directory's id of the directorate that was written beside an unknown service; the service's own comes first. */
  directorateId: z.string().nullable(),
  theme: z.string().nullable(),
  channel: z.string().nullable(),
});
export type StageFact = z.infer<typeof stageFact>;

/**
 * The whole state of one complaint, published by its stream. No personal data: no name, no address, no text that a
 * person wrote. `stages` are in order; there are none once the complaint joined another, or was removed.
 */
export const complaintChanged = defineEvent({
  kind: 'complaint-changed',
  publisher: isFromItsStream,
  payload: z.object({
    id: z.string(),
    authority: z.string(),
    /** The stream's name in the schema's enum. */
    stream: z.string(),
    status: z.enum(['OPEN', 'CLOSED']),
    closedOn: z.string().nullable(),
    stages: z.array(stageFact).readonly(),
  }),
});
export type ComplaintChanged = PayloadOf<typeof complaintChanged>;

/**
 * The stream's name begins the complaint's id and those of its stages. Without this rule one part could take another's
 * complaints away: whoever holds a part's login can write what they like into that part's outbox.
 */
function isFromItsStream(source: string, payload: unknown): boolean {
  if (typeof payload !== 'object' || payload === null) return false;
  const { id, stream, stages }: { id?: unknown; stream?: unknown; stages?: unknown } = payload;
  const isOwn = (given: unknown) => typeof given === 'string' && given.startsWith(`${source}-`);
  if (typeof stream !== 'string' || stream.toLowerCase() !== source || !isOwn(id)) return false;
  return Array.isArray(stages) && stages.every((stage) => isOwn(stage?.id));
}
