import type { Day } from '../../calendar/day';
import type { StageOfCase } from '../case-state';
import type { CommandRefusal } from '../command';
import type { LawSource } from '../law';
import { type Circumstances, type Question, type Rule, refusal, type StageCommand } from './question';

/** Something that happened in a stage, as a message says it, and its day. */
export interface Step {
  readonly what: string;
  readonly on: Day | null;
}

const step = (what: string, on: Day | null): Step => ({ what, on });

/** All that happened in a stage, its receipt apart. */
export const stepsOf = (stage: StageOfCase): readonly Step[] => [
  step('it was acknowledged', stage.acknowledgedOn),
  step('a plan was agreed', stage.planAgreedOn),
  step('what is complained of was agreed in writing', stage.statementAgreedOn),
  step('the investigation was reported', stage.investigationReportedOn),
  step('the panel met', stage.panelHeldOn),
  step('the panel reported', stage.panelReportedOn),
  ...stage.extensions.map(({ on }) => step('a limit was extended', on)),
  ...stage.suspensions.flatMap(({ from, to }) => [
    step('it was suspended', from),
    step('its suspension ended', to),
  ]),
  step('it was answered', stage.answeredOn),
  step('the stage ended', stage.endedOn),
];

/** A day that is asked for, and which part of the command says it. */
interface AskedDay {
  readonly day: Day;
  readonly part: string;
  readonly source: LawSource | null;
  /** Whether it may lie ahead: what is agreed or arranged may, what happened may not. */
  readonly mayBeAhead?: boolean;
}

/** A day that no calendar here reaches, or that has not come yet though it is to have happened. */
export function refuseUnknownDay(
  { day, part, source, mayBeAhead = false }: AskedDay,
  { calendars: { working }, today }: Pick<Circumstances, 'calendars' | 'today'>,
): CommandRefusal | null {
  const what = { source, part };
  if (day < working.firstDay || day > working.lastDay) {
    const years = `${working.firstDay} to ${working.lastDay}`;
    const message = `${day} is outside of the years for which working days are known: ${years}. Give a day of them.`;
    return refusal('DAY_OUTSIDE_CALENDAR', message, what);
  }
  if (mayBeAhead || day <= today) return null;
  const message = `${day} has not come yet. Give the day on which it happened, or wait until it has.`;
  return refusal('DAY_IN_FUTURE', message, what);
}

/** A day that is unknown, or comes before the stage was received or before one of the steps given. */
export function refuseDay(
  asked: AskedDay & { readonly after: readonly Step[] },
  question: Pick<Question, 'calendars' | 'today' | 'stage'>,
): CommandRefusal | null {
  const unknown = refuseUnknownDay(asked, question);
  if (unknown !== null) return unknown;
  const { day, part, source } = asked;
  const { receivedOn } = question.stage;
  const what = { source, part };
  if (day < receivedOn) {
    const message = `${day} is before stage ${question.stage.number} was received, on ${receivedOn}. Give that day or a later one.`;
    return refusal('DAY_BEFORE_RECEIPT', message, what);
  }
  const before = asked.after.find(({ on }) => on !== null && day < on);
  return before === undefined ? null : refusal('DAY_BEFORE_EARLIER_STEP', afterWords(day, before), what);
}

const afterWords = (day: Day, { what, on }: Step): string =>
  `${day} is before ${what}, on ${on}. Give that day or a later one.`;

type Dated = Extract<StageCommand, { readonly on: Day }>;

/** A rule for the day of a command: it may not come before some steps of the stage, which are chosen from it. */
export const dayAfter =
  (
    steps: (stage: StageOfCase) => readonly Step[],
    { mayBeAhead = false }: { readonly mayBeAhead?: boolean } = {},
  ): Rule<Dated> =>
  (question) => {
    const { command, rule, stage } = question;
    const asked = { day: command.on, part: 'on', source: rule.source, mayBeAhead };
    return refuseDay({ ...asked, after: steps(stage) }, question);
  };

/** Receipt alone comes before. */
export const RECEIPT_ALONE = (): readonly Step[] => [];
