import type { CommandRefusal } from '../command';
import { type QuestionOf, refusal } from './question';

/** Giving a complaint to whom it is with already changes nothing. */
export function refuseAssigning({ command, state }: QuestionOf<'assign'>): CommandRefusal | null {
  const { to, group, serviceId } = command;
  const isService = serviceId === null || serviceId === state.serviceId;
  if (to !== state.assignedTo || group !== state.assignedGroup || !isService) return null;
  return refusal('NOTHING_CHANGES', 'It is with them already. Name somebody else, a group or a service.', {
    part: 'to',
  });
}

/** Somebody takes what they were given, or what nobody in particular was. */
export function refuseAccepting({ caller, state }: QuestionOf<'accept'>): CommandRefusal | null {
  const { assignedTo, isAccepted } = state;
  if (assignedTo !== null && assignedTo !== caller.subject) return WITH_ANOTHER;
  return isAccepted ? refusal('NOTHING_CHANGES', 'You accepted it already.') : null;
}

/** Somebody gives back what they, or their group, were given, and says why. */
export function refuseHandingBack({ caller, command, state }: QuestionOf<'handBack'>): CommandRefusal | null {
  const { assignedTo, assignedGroup } = state;
  if (assignedTo === null && assignedGroup === null)
    return refusal('NOTHING_CHANGES', 'Nobody has it, so that nobody can give it back.');
  if (assignedTo !== null && assignedTo !== caller.subject) return WITH_ANOTHER;
  if (command.hasReason) return null;
  return refusal('REASON_MISSING', 'Say why, for whoever gets it next.', { part: 'reason' });
}

const WITH_ANOTHER = refusal(
  'PERSON_NOT_ASSIGNED',
  'Somebody else has it. Have an officer of the complaints team give it to you first.',
);
