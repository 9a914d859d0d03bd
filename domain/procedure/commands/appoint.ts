import type { CommandRefusal } from '../command';
import type { Appointment } from '../events';
import { appointedAs, independenceOf } from './people';
import { type QuestionOf, refusal } from './question';

const AS_WORDS: Readonly<Record<Appointment, string>> = {
  INVESTIGATING_OFFICER: 'investigating officer',
  INDEPENDENT_PERSON: 'independent person',
  ADJUDICATING_OFFICER: 'adjudicating officer',
};

/** Those who look into a stage are different people, and the independent one had nothing to do with the complaint. */
export function refuseAppointing(question: QuestionOf<'appoint'>): CommandRefusal | null {
  const { command, stage, state } = question;
  const held = stage.appointed.find(({ person }) => person === command.person);
  if (held?.as === command.as)
    return refusal('NOTHING_CHANGES', `They are its ${AS_WORDS[held.as]} already.`, { part: 'person' });
  const what = { source: independenceOf(question), part: 'person' };
  if (held !== undefined) {
    const message = `They are its ${AS_WORDS[held.as]}. Appoint somebody else as ${AS_WORDS[command.as]}.`;
    return refusal('PERSON_NOT_INDEPENDENT', message, what);
  }
  if (command.as !== 'INDEPENDENT_PERSON') return null;
  const involved = [
    ...state.stages.flatMap(({ handledBy }) => handledBy),
    ...appointedAs(state, ['INVESTIGATING_OFFICER', 'ADJUDICATING_OFFICER']),
    ...(state.assignedTo === null ? [] : [state.assignedTo]),
    question.caller.subject,
  ];
  if (!involved.includes(command.person)) return null;
  const message =
    'They work on this complaint for the council. Appoint as independent person somebody who does not.';
  return refusal('PERSON_NOT_INDEPENDENT', message, what);
}
