import type { CaseState, StageOfCase } from '../../domain/procedure/case-state';
import type { TimelineEntry } from '../../domain/procedure/command';
import type { CasePartyRow } from './tables';

/** Words that somebody wrote at an entry, and what they are. */
export interface Words {
  readonly part: string;
  readonly words: string;
}

/** Values of what a stream alone records of a stage, by the names of its `OwnStageTable`s. */
export type OwnValues = Readonly<Record<string, string | null>>;

/** What a stream may say of a live stage in the fields that it alone has. */
export interface LiveStage {
  readonly stage: StageOfCase;
  readonly state: CaseState;
  /** What just happened, and in which stage. */
  readonly entry: TimelineEntry;
  /** What was written at it. */
  readonly words: readonly Words[];
  /** Everybody whom the complaint is from or about, as far as the caller may see them. */
  readonly parties: readonly CasePartyRow[];
}
