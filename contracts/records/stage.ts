import { z } from 'zod';
import { CLOSURE_REASONS, OUTCOMES } from '../../domain/findings';
import { defineRecord, type RecordOf } from '../../platform/server/keeper';
import { ROUTES } from '../route';

/** Personal data: who complained, and what they said. Kept apart from the facts, read only by those cleared for it. */
const account = z.object({
  /** The system's own number for the person. */
  person: z.string().nullable(),
  /** What the complainant is to the person concerned: parent, advocate, solicitor. */
  relationship: z.string().nullable(),
  title: z.string().nullable(),
  forename: z.string().nullable(),
  surname: z.string().nullable(),
  /** The whole name, where the system does not keep its parts. */
  name: z.string().nullable(),
  email: z.string().nullable(),
  postcode: z.string().nullable(),
  summary: z.string().nullable(),
});
export type ComplainantAccount = Readonly<z.infer<typeof account>>;

/**
 * One stage as an inherited system recorded it, already checked by its importer. What a live command would refuse
 * is kept all the same, with its fault. Days are ISO dates in Europe/London.
 */
const stage = z.object({
  /** The inherited system; with `key` it identifies the stage for ever. */
  source: z.string(),
  key: z.string(),
  /** As people know it; several stages may share one. */
  reference: z.string(),
  /** What all stages of one complaint share, where the system keeps them in one record; else null. */
  caseKey: z.string().nullable(),
  /** Changes whenever anything in the record changes: an equal one is not written again. */
  contentHash: z.string(),
  number: z.number(),
  /** What a parent is found by (for the corporate system: digits only); null where none is kept. */
  parentKey: z.string().nullable(),
  /** What others find this stage by as their parent. */
  ownKey: z.string().nullable(),
  route: z.enum(ROUTES).nullable(),
  receivedOn: z.string(),
  acknowledgedOn: z.string().nullable(),
  /** The day agreed for this stage alone: its plan's, or an agreed extension's. It counts in place of the limit. */
  agreedDueOn: z.string().nullable(),
  answeredOn: z.string().nullable(),
  /** The day the system says it was closed, where it keeps one apart from the answer. */
  closedOn: z.string().nullable(),
  ended: z.boolean(),
  outcome: z.enum(OUTCOMES).nullable(),
  closureReason: z.enum(CLOSURE_REASONS).nullable(),
  closureCodeWritten: z.string().nullable(),
  serviceId: z.string().nullable(),
  serviceWritten: z.string().nullable(),
  directorateId: z.string().nullable(),
  theme: z.string().nullable(),
  channel: z.string().nullable(),
  channelWritten: z.string().nullable(),
  account: account.nullable(),
  /** What only this stream records of a stage (a school, a ward); its own tables say what. */
  own: z.record(z.string(), z.string().nullable()),
});
export type RecordedStage = Readonly<z.infer<typeof stage>>;

/** A recorded stage and its place in the load, by which faults name it. */
export type HistoricStage = RecordedStage & { readonly ordinal: number };

/** What a stream keeps of one row of an inherited system: its stage, or all stages that the row holds. */
export const stagesRecord = defineRecord({
  name: 'the stages of a complaint',
  schema: z.object({ stages: z.array(stage).readonly() }),
});

export type KeptStages = RecordOf<typeof stagesRecord>;

export type HistoryFaultCode =
  | 'PARENT_NOT_FOUND'
  | 'STAGE_NOT_IN_PROCEDURE'
  | 'STAGE_BEFORE_EARLIER_ONE'
  | 'BEFORE_PROCEDURE'
  | 'OUTSIDE_CALENDAR';

/** Something that the stream found while it recorded a stage; the stage is recorded all the same. */
export interface HistoryFault {
  readonly ordinal: number;
  readonly code: HistoryFaultCode;
}
