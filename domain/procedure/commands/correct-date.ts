import type { Day } from '../../calendar/day';
import type { CommandRefusal, CorrectableDay } from '../command';
import { stageVersion } from '../stage-version';
import { DAY_NAMES } from '../told-of-stage';
import { refuseUnknownDay, type Step, stepsOf } from './days';
import { type Question, type QuestionOf, refusal } from './question';

/** The day that is recorded now; null where there is none to correct. */
export const recordedDay = ({ stage }: Pick<Question, 'stage'>, which: CorrectableDay): Day | null =>
  stage[DAY_NAMES[which]];

/** A day is corrected to another that happened, that agrees with all the other days of the stage, and for a reason. */
export function refuseCorrecting(question: QuestionOf<'correctDate'>): CommandRefusal | null {
  const { command } = question;
  const { which, to } = command;
  const recorded = recordedDay(question, which);
  if (recorded === null)
    return refusal('NOTHING_CHANGES', 'That day is not recorded yet, so that there is none to correct.', {
      part: 'which',
    });
  if (!command.hasReason)
    return refusal('REASON_MISSING', 'Say why the day that was recorded is wrong.', { part: 'reason' });
  if (to === recorded)
    return refusal('NOTHING_CHANGES', `${to} is what is recorded already. Give another day.`, { part: 'to' });
  return (
    refuseUnknownDay({ day: to, part: 'to', source: null }, question) ??
    refuseBefore(question, earlierThan(question, which)) ??
    refuseAfter(question, laterThan(question, which)) ??
    refuseOtherVersion(question)
  );
}

const received = ({ stage: { receivedOn } }: Question): Step => ({
  what: 'the stage was received',
  on: receivedOn,
});

const ENDS: readonly string[] = ['it was answered', 'the stage ended'];

/** What comes before the day: of receipt, what happened in the stage before. */
function earlierThan(question: QuestionOf<'correctDate'>, which: CorrectableDay): readonly Step[] {
  const { stage, state } = question;
  if (which === 'ACKNOWLEDGED') return [received(question)];
  if (which === 'ANSWERED')
    return [received(question), ...stepsOf(stage).filter(({ what }) => !ENDS.includes(what))];
  const before = state.stages.at(-2);
  if (before === undefined) return [];
  return [
    { what: `stage ${before.number} was received`, on: before.receivedOn },
    { what: `stage ${before.number} was answered`, on: before.answeredOn },
  ];
}

function laterThan({ stage }: QuestionOf<'correctDate'>, which: CorrectableDay): readonly Step[] {
  if (which === 'RECEIVED') return stepsOf(stage);
  return which === 'ACKNOWLEDGED' ? stepsOf(stage).filter(({ what }) => ENDS.includes(what)) : [];
}

function refuseBefore(
  { command: { to } }: QuestionOf<'correctDate'>,
  steps: readonly Step[],
): CommandRefusal | null {
  const before = steps.find(({ on }) => on !== null && to < on);
  if (before === undefined) return null;
  const message = `${to} is before ${before.what}, on ${before.on}. Give that day or a later one.`;
  return refusal('DAY_BEFORE_EARLIER_STEP', message, { part: 'to' });
}

function refuseAfter(
  { command: { to } }: QuestionOf<'correctDate'>,
  steps: readonly Step[],
): CommandRefusal | null {
  const after = steps.find(({ on }) => on !== null && to > on);
  if (after === undefined) return null;
  const message = `${to} is after ${after.what}, on ${after.on}. Give that day or an earlier one.`;
  return refusal('DAY_AFTER_LATER_STEP', message, { part: 'to' });
}

/** A stage that was received on another day may go by another version: one that knows the state in which it stands. */
function refuseOtherVersion({
  command: { which, to },
  stage,
  procedure,
}: QuestionOf<'correctDate'>): CommandRefusal | null {
  if (which !== 'RECEIVED') return null;
  const version = stageVersion({ procedure, stage: stage.number, receivedOn: to });
  if (version?.states.some(({ name }) => name === stage.state)) return null;
  const message = `Stage ${stage.number} had no procedure on ${to} that it could go by as it stands. Check the day of receipt.`;
  return refusal('PROCEDURE_NOT_IN_FORCE', message, { source: version?.source ?? null, part: 'to' });
}
