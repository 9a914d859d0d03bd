import type { CommandRefusal } from '../command';
import type { LawSource } from '../law';
import type { Requirement } from '../stage-version';
import { appointedAs, refuseHandledEarlier } from './people';
import { type Question, refusal } from './question';

/** A panel has its number of different people, none of whom had to do with the complaint before. */
export function refusePanel(
  question: Question,
  { members, isFreeOf }: Extract<Requirement['needs'], { readonly kind: 'PANEL' }>,
  source: LawSource,
): CommandRefusal | null {
  const { command, state } = question;
  if (command.event !== 'arrangePanel' && command.event !== 'holdPanel') return null;
  const what = { source, part: 'members' };
  if (command.members.length !== members || new Set(command.members).size !== members)
    return refusal('PANEL_INCOMPLETE', `The panel has ${members} different people. Name them all.`, what);
  const appointed = appointedAs(state, isFreeOf);
  if (command.members.some((member) => appointed.includes(member))) {
    const message =
      'Somebody on the panel was appointed to look into an earlier stage. Name somebody else in their place.';
    return refusal('PERSON_NOT_INDEPENDENT', message, what);
  }
  return refuseHandledEarlier(question, source);
}
