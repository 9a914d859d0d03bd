import type { Day } from '../../../domain/calendar/day';
import type { Part } from '../../../domain/signals/parts';
import type { Predicted } from '../../../domain/signals/predict';
import type { Series } from './read-series';

/** Something that is more than noise. */
export interface FoundSignal {
  readonly kind: 'OVER_TIME' | 'AMONG_SERVICES';
  readonly series: Series;
  readonly from: Day;
  readonly to: Day;
  readonly now: Part;
  /** What it is compared with. */
  readonly before: Part;
  readonly predicted: Predicted;
  readonly likelihood: number;
  readonly quarters: readonly SeriesQuarter[];
  readonly services: readonly { readonly name: string; readonly part: Part }[];
  /** Of a directorate's count: its services on the same side. */
  readonly madeOf: readonly MadeOf[];
}

/** A quarter that a signal shows. */
export interface SeriesQuarter {
  readonly from: Day;
  readonly to: Day;
  readonly isJudged: boolean;
  readonly part: Part | null;
}

/** A service of a directorate that rose or fell: what it has to do with it. */
export interface MadeOf {
  readonly name: string;
  readonly value: number;
  readonly expected: number;
}
