import type { CommandRefusal } from '../command';
import { type QuestionOf, refusal } from './question';

/** A complaint is not taken for a reason that is told; want of consent is none where it was given or nobody has to be asked. */
export function refuseRefusing({ command, state, rule }: QuestionOf<'refuse'>): CommandRefusal | null {
  const { source } = rule;
  if (!command.hasReason)
    return refusal('REASON_MISSING', 'Say why it is not taken, as the complainant is told.', {
      ...{ source, part: 'reason' },
    });
  const isConsented = state.consent === 'GIVEN' || state.consent === 'NOT_NEEDED';
  if (command.closureReason !== 'NO_CONSENT' || !isConsented) return null;
  const message =
    'Consent was given, or nobody has to be asked. Refuse it for another reason, or not at all.';
  return refusal('GROUND_NOT_ALLOWED', message, { source, part: 'closureReason' });
}

/** It is opened again for a reason. */
export function refuseReopening({ command, rule }: QuestionOf<'reopen'>): CommandRefusal | null {
  if (command.hasReason) return null;
  return refusal('REASON_MISSING', 'Say why it is opened again.', { source: rule.source, part: 'reason' });
}

/** It is linked to another complaint, once to each. */
export function refuseLinking({ command, state, complaintId }: QuestionOf<'link'>): CommandRefusal | null {
  const other = command.complaintId;
  if (other === complaintId)
    return refusal('COMPLAINT_ITSELF', 'It cannot be linked to itself. Name another.', { part: 'other' });
  if (!state.linkedTo.includes(other)) return null;
  return refusal('NOTHING_CHANGES', 'It is linked to that one already.', { part: 'other' });
}

/** It is merged into another complaint. */
export function refuseMerging({ command, complaintId }: QuestionOf<'merge'>): CommandRefusal | null {
  if (command.into !== complaintId) return null;
  return refusal('COMPLAINT_ITSELF', 'It cannot be merged into itself. Name another.', { part: 'into' });
}
