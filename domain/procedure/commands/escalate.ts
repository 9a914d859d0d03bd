import type { CommandRefusal } from '../command';
import { nextStageNumber } from '../next-stage';
import { stageVersion } from '../stage-version';
import { refuseDay, stepsOf } from './days';
import { type QuestionOf, refusal } from './question';

/** The day on which the next stage was asked for: after all that happened in this one, and one on which there was a next stage. */
export function refuseEscalating(question: QuestionOf<'escalate'>): CommandRefusal | null {
  const { command, stage, state, procedure, rule } = question;
  const { receivedOn } = command;
  const { source } = rule;
  const asked = { day: receivedOn, part: 'receivedOn', source, after: stepsOf(stage) };
  const refused = refuseDay(asked, question);
  if (refused !== null) return refused;
  const number = nextStageNumber(procedure, state);
  if (stageVersion({ procedure, stage: number, receivedOn }) !== null) return null;
  const message = `Stage ${number} has no procedure in force on ${receivedOn}. Check the day of the request.`;
  return refusal('PROCEDURE_NOT_IN_FORCE', message, { source, part: 'receivedOn' });
}
