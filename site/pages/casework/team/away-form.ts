import { dayFields, dayTyped, readDayFields } from '../../../forms/day-field';
import { textsIn } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { Form } from '../../../server/check-form';
import type { TeamAbsence } from './ask-team';

/** What the form of an absence says, field by field. */
export type TypedAbsence = Readonly<Record<string, string>>;

/** An absence as the graph takes it. */
export interface AbsenceSaid {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly standsIn: string | null;
}

const FIELDS = ['key', 'instead', 'subject', ...dayFields('from'), ...dayFields('to'), 'standsIn'];

/** Reads the form of an absence: as it was typed, and as the graph takes it where all of it can be meant. */
export function readAbsence(form: Form): {
  readonly typed: TypedAbsence;
  readonly problems: readonly Problem[];
  readonly said: AbsenceSaid | null;
} {
  const typed = textsIn(form, FIELDS);
  const { subject = '', standsIn = '' } = typed;
  const from = readDayFields(typed, 'from', 'the first day');
  const to = readDayFields(typed, 'to', 'the last day');
  const problems = [
    ...(subject === '' ? [{ field: 'subject', says: 'Name who is away.' }] : []),
    ...[from.problem, to.problem].filter((problem) => problem !== null),
  ];
  const said =
    from.day === null || to.day === null || problems.length > 0
      ? null
      : { subject, from: from.day, to: to.day, standsIn: standsIn || null };
  return { typed, problems, said };
}

/** What the form says of an absence that is recorded. */
export const typedAbsence = ({ id, subject, from, to, standsIn }: TeamAbsence): TypedAbsence => ({
  ...{ instead: id, subject, standsIn: standsIn ?? '' },
  ...{ ...dayTyped('from', from), ...dayTyped('to', to) },
});
