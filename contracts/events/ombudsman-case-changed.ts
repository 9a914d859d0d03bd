import { z } from 'zod';
import { defineEvent, type PayloadOf } from '../../platform/outbox/event-contract';
import { OMBUDSMAN_BODIES } from '../ombudsman-body';

/** Something that the council was to do; what it was is somebody's text, and is not published. */
const remedy = z.object({
  /** The day by which it was to be done. */
  dueOn: z.string().nullable(),
  doneOn: z.string().nullable(),
});
export type PublishedRemedy = z.infer<typeof remedy>;

const changed = z.object({
  id: z.string(),
  authority: z.string(),
  body: z.enum(OMBUDSMAN_BODIES),
  reference: z.string(),
  /** The stream's name in the schema's enum; null for a case of no stream of the council. */
  stream: z.string().nullable(),
  /** The partner organisation whose own case it is. */
  partner: z.string().nullable(),
  receivedOn: z.string(),
  decidedOn: z.string().nullable(),
  upheld: z.boolean().nullable(),
  /** The complaint that the case is about; null while none is known. */
  complaintId: z.string().nullable(),
  /** In the order of the register. What was published before there were any has none. */
  remedies: z.array(remedy).readonly().default([]),
});
const removed = z.object({ id: z.string(), authority: z.string(), takenBack: z.literal(true) });

/** The whole state of one ombudsman's case, as figures need it; or that the case was removed. Days are ISO dates. */
export const ombudsmanCaseChanged = defineEvent({
  kind: 'ombudsman-case-changed',
  publisher: 'ombudsman',
  payload: z.union([removed, changed]),
});
export type OmbudsmanCaseEvent = PayloadOf<typeof ombudsmanCaseChanged>;
export type OmbudsmanCaseChanged = z.infer<typeof changed>;
export type OmbudsmanCaseRemoved = z.infer<typeof removed>;
