import { dayFields, readDayFields } from '../../../forms/day-field';
import { textsIn } from '../../../forms/fields';
import type { LiveProcedureShownFragment } from '../../../operations/__generated__/operations';
import type { Form } from '../../../server/check-form';

export type Version = LiveProcedureShownFragment['versions'][number];

/** The day of receipt as it was typed; null while it cannot be meant. */
export const receivedIn = (form: Form): string | null =>
  readDayFields(textsIn(form, dayFields('receivedOn')), 'receivedOn', '').day;

/** The stages at which a complaint of the stream may begin, by the rules of the day on which it came in. */
export function beginningsOf({
  procedure,
  form,
}: {
  readonly procedure: LiveProcedureShownFragment | null;
  readonly form: Form;
}): Version[] {
  const day = receivedIn(form);
  if (day === null) return [];
  return (procedure?.versions ?? []).filter(
    ({ inForceFrom, inForceTo, events }) =>
      inForceFrom <= day &&
      (inForceTo === null || day <= inForceTo) &&
      events.some(({ event }) => event === 'RECORD'),
  );
}
