import type { Day } from '../calendar/day';
import type { Deadline } from '../clocks/deadline';
import type { Outcome } from '../findings';
import type { StageVersion } from '../procedure/stage-version';
import type { Addressee } from './addressee';

/** What was written at entries of the timeline, as letters take it up; null where nothing was. */
export interface WordsOfLetter {
  /** What is complained of, as it is understood. */
  readonly definition: string | null;
  readonly plan: string | null;
  readonly extensionReason: string | null;
  readonly refusalReason: string | null;
  /** What the complainant was told with the answer, in short. */
  readonly answer: string | null;
}

/** All that letters know of a complaint: its own facts, of one stage, and nothing that anybody typed again. */
export interface LetterFacts {
  readonly writtenOn: Day;
  readonly reference: string | null;
  readonly service: string | null;
  readonly stage: {
    readonly number: number;
    readonly receivedOn: Day;
    readonly acknowledgedOn: Day | null;
    readonly plannedFor: Day | null;
    readonly panelOn: Day | null;
  };
  readonly version: Pick<StageVersion, 'title' | 'answeredBy' | 'limits' | 'next'>;
  /** The limits of the stage. */
  readonly deadlines: readonly Deadline[];
  readonly outcome: Outcome | null;
  /** The elements of the complaint, in their order, with what was found of each. */
  readonly points: readonly { readonly words: string | null; readonly finding: Outcome | null }[];
  /** What the stage's answer promised, as far as it was not given up. */
  readonly promises: readonly { readonly action: string | null; readonly dueOn: Day }[];
  readonly words: WordsOfLetter;
  readonly addressee: Addressee | null;
  /** The name of whoever signs, as the letter has it. */
  readonly signedBy: string | null;
}
