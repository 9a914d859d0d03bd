import type { Question } from '../graph/graph';

/** Figures that are told when they change: a question that is asked again. */
export interface FiguresQuestion extends Question {
  readonly kind: 'figures';
  /** What the answer calls them. */
  readonly key: string;
}

/** Complaints of a stream that are told when they change: a question of one of them. */
export interface ComplaintQuestion extends Question {
  readonly kind: 'complaint';
  readonly key: string;
  /** The part whose complaints are told. */
  readonly source: string;
  /** The variable that names the complaint. */
  readonly idVariable: string;
}

export type LiveQuestion = FiguresQuestion | ComplaintQuestion;
