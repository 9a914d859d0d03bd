import type { Day } from '../calendar/day';

/** What a complaint came of, as far as an answer names it. Several may be behind one; none weighs more than another. */
export const CAUSES = [
  'DELAY',
  'SERVICE_NOT_GIVEN',
  'COMMUNICATION',
  'STAFF_CONDUCT',
  'QUALITY_OF_SERVICE',
  'WRONG_ADVICE',
  'DECISION_DISAGREED_WITH',
  'POLICY',
  'CHARGING',
  'ASSESSMENT_OR_PLAN',
  'CONFIDENTIALITY',
  'DISCRIMINATION',
  'COMPLAINT_HANDLING',
  'PLACEMENT_OR_CONTACT',
  'SPECIAL_EDUCATIONAL_NEEDS',
  'MISSED_BIN',
  'REPAIRS',
] as const;
export type Cause = (typeof CAUSES)[number];

/** What became of a recommendation. `AGREED` is to be done yet; of the others nothing more comes. */
export const RECOMMENDATION_ENDS = ['AGREED', 'DONE', 'DECLINED'] as const;
export type RecommendationEnd = (typeof RECOMMENDATION_ENDS)[number];

/** An action that an answer promised. It is known by the place of its entry in the timeline. */
export interface PromiseOfCase {
  readonly place: number;
  /** The stage whose answer promised it. */
  readonly stage: number;
  /** Who is to do it: a person by the subject of their sign-in, else a service. */
  readonly owner: string | null;
  readonly serviceId: string | null;
  /** The day that the complainant was told first. */
  readonly firstDueOn: Day;
  /** The day by which it is to be done now. */
  readonly dueOn: Day;
  /**
   * The day that its keeping is held against: as `dueOn`, but a day that was over before it was moved stays. A promise that is
   * late already is not made timely by another day.
   */
  readonly countsBy: Day;
  readonly keptOn: Day | null;
  readonly droppedOn: Day | null;
}

/** A recommendation for improvement after fault was found, known by the place of its entry. */
export interface RecommendationOfCase {
  readonly place: number;
  readonly stage: number;
  /** The service that is to improve. */
  readonly serviceId: string | null;
  readonly owner: string | null;
  readonly dueOn: Day | null;
  /** Null while nobody said what becomes of it. */
  readonly became: RecommendationEnd | null;
  readonly becameOn: Day | null;
}

/** What was learned of a complaint, as its timeline tells it: no words of anybody. */
export interface LearningOfCase {
  readonly promises: readonly PromiseOfCase[];
  readonly recommendations: readonly RecommendationOfCase[];
  /** Of each stage that names any, in order of their stages. */
  readonly causes: readonly { readonly stage: number; readonly causes: readonly Cause[] }[];
}

/** What is learned of a complaint before anything is. */
export const NOTHING_LEARNED: LearningOfCase = { promises: [], recommendations: [], causes: [] };
