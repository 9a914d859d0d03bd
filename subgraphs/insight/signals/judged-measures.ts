import type { SeriesKind } from '../../../domain/signals/parts';
import type { Measure } from '../figures/catalogue/measure-catalogue';
import type { Dimension } from '../figures/stage-dimensions';

/** By what signals are told. */
export const SIGNAL_DIMENSIONS = ['SERVICE', 'DIRECTORATE', 'THEME'] as const satisfies readonly Dimension[];
export type SignalDimension = (typeof SIGNAL_DIMENSIONS)[number];

/** A measure of which signals are told. */
export interface JudgedMeasure {
  readonly measure: Measure;
  readonly kind: SeriesKind;
  /** How many quarters it takes until its numbers are whole: whether a complaint went on is known later. */
  readonly lag: 0 | 1;
  readonly firstStage: 1 | 2;
  /** What is counted, or what the share is of, at a stage: "Stage 2 complaints". */
  readonly counted: (stage: number) => string;
  /** What those of the share did; null of counts. */
  readonly did: string | null;
}

/** What there is, how much of it went on, and how it was answered. */
export const JUDGED_MEASURES: readonly JudgedMeasure[] = [
  {
    ...{ measure: 'RECEIVED', kind: 'COUNT', lag: 0, firstStage: 1, did: null },
    counted: (stage) => `Stage ${stage} complaints`,
  },
  {
    ...{ measure: 'ESCALATED', kind: 'COUNT', lag: 0, firstStage: 2, did: null },
    counted: (stage) => `Complaints that came to stage ${stage} from stage ${stage - 1}`,
  },
  {
    ...{ measure: 'IN_TIME_RATE', kind: 'SHARE', lag: 0, firstStage: 1, did: 'were in time' },
    counted: (stage) => `stage ${stage} answers`,
  },
  {
    ...{ measure: 'UPHOLD_RATE', kind: 'SHARE', lag: 0, firstStage: 1 },
    did: 'were for the complainant, wholly or in part',
    counted: (stage) => `stage ${stage} findings`,
  },
  {
    ...{ measure: 'WENT_ON_RATE', kind: 'SHARE', lag: 1, firstStage: 1, did: 'went on to the next stage' },
    counted: (stage) => `stage ${stage} complaints`,
  },
];

/** The measures that are counted for them. */
export const MEASURES_TO_COUNT: readonly Measure[] = JUDGED_MEASURES.map(({ measure }) => measure);
