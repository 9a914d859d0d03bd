import type { CommandRefusal } from '../command';
import { type QuestionOf, refusal } from './question';

/** What is recorded of consent is something new. */
export function refuseConsent({ command, state }: QuestionOf<'recordConsent'>): CommandRefusal | null {
  if (command.consent !== state.consent) return null;
  return refusal('NOTHING_CHANGES', 'That is what is recorded of consent already.', { part: 'consent' });
}

/** What was agreed with another body is something new. */
export function refuseCoordinating({ command, state }: QuestionOf<'coordinate'>): CommandRefusal | null {
  const isSame = state.coordinatedWith.some(
    ({ body, isLedHere }) => body === command.body && isLedHere === command.isLedHere,
  );
  if (!isSame) return null;
  return refusal('NOTHING_CHANGES', 'That is what was agreed with them already.', { part: 'body' });
}

/** Its clock stands still for a reason. */
export function refuseSuspending({ command, rule }: QuestionOf<'suspend'>): CommandRefusal | null {
  if (command.hasReason) return null;
  const what = { source: rule.source, part: 'reason' };
  return refusal('REASON_MISSING', 'Say why its clock has to stand still.', what);
}
