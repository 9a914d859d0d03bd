import type { Day } from '../../calendar/day';
import type { ClockCalendars } from '../../clocks/deadline';
import type { CaseState, PersonId, StageOfCase } from '../case-state';
import type { CaseCaller, Command, CommandRefusal, FactsOf, RefusalCode } from '../command';
import type { LawSource } from '../law';
import type { LearningFacts } from '../learning-facts';
import type { EventRule, LiveProcedure, StageVersion } from '../stage-version';

/** What a stage's procedure decides on: everything but learning, and but the recording that a complaint begins with. */
export type StageCommand = Exclude<Command, LearningFacts | FactsOf<'record'>>;
export type StageCommandEvent = StageCommand['event'];

/** What every decision is made on, whatever is asked for. */
export interface Circumstances {
  readonly procedure: LiveProcedure;
  readonly calendars: ClockCalendars;
  readonly today: Day;
  readonly caller: CaseCaller;
  /** The id of the complaint itself, where what is asked for names another; left out where nobody knows it yet. */
  readonly complaintId?: string;
  /** Whom of those that the command names the complaint is closed to; left out where it names nobody. */
  readonly keptOut?: KeptOut;
}

/** To whom a complaint is closed: by a conflict of interest, or since it is restricted to others. */
export type KeptOut = ReadonlyMap<PersonId, 'CONFLICT' | 'RESTRICTION'>;

/** A command that the procedure permits in the state as it is, with all that its rules look at. */
export interface Question<Asked extends StageCommand = StageCommand> extends Circumstances {
  readonly command: Asked;
  readonly state: CaseState;
  /** The latest, with the version that it goes by. */
  readonly stage: StageOfCase;
  readonly version: StageVersion;
  readonly rule: EventRule;
}

/** The same of one event, or some. */
export type QuestionOf<Event extends StageCommandEvent> = Question<FactsOf<Event>>;

/** What one rule finds in the way of a command; null where it finds nothing. */
export type Rule<Asked extends StageCommand = StageCommand> = (
  question: Question<Asked>,
) => CommandRefusal | null;

/** A refusal: its code, a message in one or two sentences, the law, and the part of the command that is meant. */
export const refusal = (
  code: RefusalCode,
  message: string,
  { source = null, part = null }: { readonly source?: LawSource | null; readonly part?: string | null } = {},
): CommandRefusal => ({ code, message, source, part });
