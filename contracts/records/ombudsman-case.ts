import { z } from 'zod';
import { HOUSING_FINDINGS, LGSCO_DECISIONS } from '../../domain/enquiries/decisions';
import { defineRecord, type RecordOf } from '../../platform/server/keeper';
import { OMBUDSMAN_BODIES } from '../ombudsman-body';

/** One finding of the Housing Ombudsman; `issue` is null where it is on the case as a whole. */
const finding = z.object({
  issue: z.string().nullable(),
  finding: z.string(),
  category: z.enum(HOUSING_FINDINGS).nullable(),
});

/** Something that the council was to do; `text` is null where only a day was written. */
const remedy = z.object({
  text: z.string().nullable(),
  dueOn: z.string().nullable(),
  doneOn: z.string().nullable(),
});

/**
 * What the ombudsmen's part keeps of one row of the team's register: an enquiry with its decision, as its importer
 * checked it. Days are ISO dates in Europe/London.
 */
export const ombudsmanCaseRecord = defineRecord({
  name: "an ombudsman's case",
  schema: z.object({
    /** Changes whenever anything in the row changes: an equal one is not written again. */
    contentHash: z.string(),
    body: z.enum(OMBUDSMAN_BODIES),
    /** As written; `referenceKey` is without what may be written differently, and with `body` identifies the case for ever. */
    reference: z.string(),
    referenceKey: z.string(),
    /** As written: the reference of the council's latest stage, or of a partner's own complaint. */
    ourReference: z.string().nullable(),
    /** The stream's name in the schema's enum; null for a partner's case, and where what was written is not known. */
    stream: z.string().nullable(),
    streamWritten: z.string().nullable(),
    partner: z.string().nullable(),
    receivedOn: z.string(),
    replyDueOn: z.string().nullable(),
    replySentOn: z.string().nullable(),
    decidedOn: z.string().nullable(),
    /** In the body's own words. */
    decision: z.string().nullable(),
    upheld: z.boolean().nullable(),
    /** Null for the Housing Ombudsman, and for words that begin like none. */
    lgscoDecision: z.enum(LGSCO_DECISIONS).nullable(),
    findings: z.array(finding).readonly(),
    remedies: z.array(remedy).readonly(),
  }),
});
export type KeptOmbudsmanCase = Readonly<RecordOf<typeof ombudsmanCaseRecord>>;
