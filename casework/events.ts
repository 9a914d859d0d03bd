import type { ClosureReason, Outcome } from '../domain/findings';

/**
 * The one shape that streams and insight share: what a stream tells of its complaints and of itself.
 * Facts carry no personal data: no name, no address, no text that a person wrote.
 */
export const COMPLAINT_CHANGED = 'complaint-changed';
export const STREAM_DESCRIBED = 'stream-described';
export const OMBUDSMAN_CASE_CHANGED = 'ombudsman-case-changed';
export const OMBUDSMAN_DESCRIBED = 'ombudsman-described';

export type Route = 'ESCALATED' | 'DIRECT';
/** One stage of a complaint. Days are ISO dates in Europe/London. */
export interface StageFact {
  readonly id: string;
  readonly number: number;
  readonly reference: string;
  readonly receivedOn: string;
  readonly dueOn: string | null;
  readonly answeredOn: string | null;
  readonly route: Route | null;
  readonly outcome: Outcome | null;
  readonly closureReason: ClosureReason | null;
  /** Directory's id of the service; null where none was recorded or what was written is not known. */
  readonly serviceId: string | null;
  /** Directory's id of the directorate that was written beside an unknown service; the service's own comes first. */
  readonly directorateId: string | null;
  readonly theme: string | null;
  readonly channel: string | null;
}

/** The whole state of one complaint. `stages` is in order of stage; empty once the complaint joined another, or was taken back. */
export interface ComplaintChanged {
  readonly id: string;
  readonly authority: string;
  readonly stream: string;
  readonly status: 'OPEN' | 'CLOSED';
  readonly closedOn: string | null;
  readonly stages: readonly StageFact[];
}

/** What insight has to know of a stream to read its figures: which stages it has and how its report looks. */
export interface StreamDescribed {
  /** The stream's name in the schema's enum, for example CORPORATE. */
  readonly stream: string;
  readonly stages: readonly { readonly number: number; readonly onlyByEscalation: boolean }[];
  readonly report: StreamReport;
}

export type ReportMeasure = 'received' | 'escalated' | 'direct' | 'referredToOmbudsman' | 'upheldByOmbudsman';

/** A stream's table in the periodic report, or the ombudsmen's. `stage` null counts all stages. */
export interface StreamReport {
  readonly id: string;
  readonly title: string;
  /** Whether the same period of the two years before has columns of its own. */
  readonly samePeriodOfYearsBefore: boolean;
  readonly rows: readonly {
    readonly label: string;
    readonly measure: ReportMeasure;
    readonly stage: number | null;
  }[];
}

export type OmbudsmanBody = 'LGSCO' | 'HOUSING';

/** The whole state of one ombudsman's case, as figures need it. Days are ISO dates in Europe/London. */
export interface OmbudsmanCaseChanged {
  readonly id: string;
  readonly authority: string;
  readonly body: OmbudsmanBody;
  readonly reference: string;
  /** The stream's name in the schema's enum; null for a case of no stream of the council. */
  readonly stream: string | null;
  /** The partner organisation whose own case it is. */
  readonly partner: string | null;
  readonly receivedOn: string;
  readonly decidedOn: string | null;
  readonly upheld: boolean | null;
  /** The complaint that the case is about; null while none is known. */
  readonly complaintId: string | null;
}

/** Told in its place of a case that was taken back: there is none any more. */
export interface OmbudsmanCaseTakenBack {
  readonly id: string;
  readonly authority: string;
  readonly takenBack: true;
}

/** What insight has to know of the ombudsmen: that their cases are kept, and how their table in the report looks. */
export interface OmbudsmanDescribed {
  readonly report: StreamReport;
}

/**
 * Whether what is told of a complaint (`ComplaintChanged`, as far as it can be believed) is `source`'s own to tell: the
 * stream's name begins the complaint's id and those of its stages. Else one part could take another's away.
 */
export function isToldByItsStream(source: string, told: unknown): boolean {
  if (typeof told !== 'object' || told === null) return false;
  const { id, stream, stages }: Partial<Record<keyof ComplaintChanged, unknown>> = told;
  const isOwn = (given: unknown) => typeof given === 'string' && given.startsWith(`${source}-`);
  if (typeof stream !== 'string' || stream.toLowerCase() !== source || !isOwn(id)) return false;
  return Array.isArray(stages) && stages.every((stage) => isOwn(stage?.id));
}
