import type { ClosureReason, Outcome } from '../domain/findings';
import type { OmbudsmanBody, Route } from './events';

/**
 * One stage as an inherited system recorded it, already checked by its importer. What a live command would refuse
 * is kept all the same, with its fault. Days are ISO dates in Europe/London.
 */
export interface HistoricStage {
  /** Place in the load; faults name it. */
  readonly ordinal: number;
  /** The inherited system; with `key` it identifies the stage for ever. */
  readonly source: string;
  readonly key: string;
  /** As people know it; several stages may share one. */
  readonly reference: string;
  /** What all stages of one complaint share, where the system keeps them in one record; else null. */
  readonly caseKey: string | null;
  /** Changes whenever anything in the record changes: an equal one is not written again. */
  readonly contentHash: string;
  readonly number: number;
  /** What a parent is found by (for the corporate system: digits only); null where none is kept. */
  readonly parentKey: string | null;
  /** What others find this stage by as their parent. */
  readonly ownKey: string | null;
  readonly route: Route | null;
  readonly receivedOn: string;
  readonly acknowledgedOn: string | null;
  /** The day agreed for this stage alone: its plan's, or an agreed extension's. It counts in place of the limit. */
  readonly agreedDueOn: string | null;
  readonly answeredOn: string | null;
  /** The day the system says it was closed, where it keeps one apart from the answer. */
  readonly closedOn: string | null;
  readonly ended: boolean;
  readonly outcome: Outcome | null;
  readonly closureReason: ClosureReason | null;
  readonly closureCodeWritten: string | null;
  readonly serviceId: string | null;
  readonly serviceWritten: string | null;
  readonly directorateId: string | null;
  readonly theme: string | null;
  readonly channel: string | null;
  readonly channelWritten: string | null;
  readonly account: ComplainantAccount | null;
  /** What only this stream records of a stage (a school, a ward); its own tables say what. */
  readonly own: Readonly<Record<string, string | null>>;
}

/** Personal data: who complained, and what they said. Kept apart from the facts, read only by those cleared for it. */
export interface ComplainantAccount {
  /** The system's own number for the person. */
  readonly person: string | null;
  /** What the complainant is to the person concerned: parent, advocate, solicitor. */
  readonly relationship: string | null;
  readonly title: string | null;
  readonly forename: string | null;
  readonly surname: string | null;
  /** The whole name, where the system does not keep its parts. */
  readonly name: string | null;
  readonly email: string | null;
  readonly postcode: string | null;
  readonly summary: string | null;
}

export type HistoryFaultCode = 'PARENT_NOT_FOUND' | 'STAGE_NOT_IN_PROCEDURE' | 'OUTSIDE_CALENDAR';

/** Something that the stream found while it recorded a stage; the stage is recorded all the same. */
export interface HistoryFault {
  readonly ordinal: number;
  readonly code: HistoryFaultCode;
}

/** What a stream takes for one row of an inherited system: its stage, or all stages that the row holds. */
export interface KeptStages {
  readonly stages: readonly Omit<HistoricStage, 'ordinal'>[];
}

/** What the LGSCO decided, told by how its decision begins. */
export type LgscoDecision =
  | 'UPHELD'
  | 'NOT_UPHELD'
  | 'CLOSED_AFTER_INITIAL_ENQUIRIES'
  | 'REFERRED_BACK'
  | 'ADVICE_GIVEN'
  | 'INVALID_OR_INCOMPLETE';

/** What the Housing Ombudsman finds on one issue. */
export type HousingFinding =
  | 'NO_MALADMINISTRATION'
  | 'SERVICE_FAILURE'
  | 'PARTIAL_MALADMINISTRATION'
  | 'MALADMINISTRATION'
  | 'SEVERE_MALADMINISTRATION'
  | 'MEDIATION'
  | 'REASONABLE_REDRESS'
  | 'OUTSIDE_JURISDICTION'
  | 'WITHDRAWN';

/**
 * What the ombudsmen's part takes for one row of the team's register: an enquiry with its decision, as it was checked by
 * its importer. Days are ISO dates in Europe/London.
 */
export interface KeptOmbudsmanCase {
  /** Changes whenever anything in the row changes: an equal one is not written again. */
  readonly contentHash: string;
  readonly body: OmbudsmanBody;
  /** As written; `referenceKey` is without what may be written differently, and with `body` identifies the case for ever. */
  readonly reference: string;
  readonly referenceKey: string;
  /** As written: the reference of the council's latest stage, or of a partner's own complaint. */
  readonly ourReference: string | null;
  /** The stream's name in the schema's enum; null for a partner's case, and where what was written is not known. */
  readonly stream: string | null;
  readonly streamWritten: string | null;
  readonly partner: string | null;
  readonly receivedOn: string;
  readonly replyDueOn: string | null;
  readonly replySentOn: string | null;
  readonly decidedOn: string | null;
  /** In the body's own words. */
  readonly decision: string | null;
  readonly upheld: boolean | null;
  /** Null for the Housing Ombudsman, and for words that begin like none. */
  readonly lgscoDecision: LgscoDecision | null;
  /** The Housing Ombudsman's, one for each issue; `issue` null where a finding is on the case as a whole. */
  readonly findings: readonly {
    readonly issue: string | null;
    readonly finding: string;
    readonly category: HousingFinding | null;
  }[];
  /** `text` null where only a day was written. */
  readonly remedies: readonly {
    readonly text: string | null;
    readonly dueOn: string | null;
    readonly doneOn: string | null;
  }[];
}
