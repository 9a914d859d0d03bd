import { dayFields, readDayFields } from '../../../forms/day-field';
import { textsIn } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { Form } from '../../../server/check-form';
import { type Receiver, readReceiver } from './receiver';

/** What the form of a hand-over says, field by field. */
export type TypedHandOver = Readonly<Record<string, string>>;

/** A hand-over as the graph takes it. */
export interface HandOverSaid extends Receiver {
  readonly from: string;
  readonly reason: string;
  readonly away: { readonly from: string; readonly to: string; readonly standsIn: string | null } | null;
}

/** All that the form says, apart from the key. */
const FIELDS = [
  ...['from', 'to', 'group', 'reason', 'why'],
  ...[...dayFields('awayFrom'), ...dayFields('awayTo'), 'standsIn'],
];

/** By the parts that the graph names, the fields that they are typed in. */
export const FIELD_OF: Readonly<Record<string, string>> = {
  'away.from': 'awayFrom',
  'away.to': 'awayTo',
  'away.standsIn': 'standsIn',
};

/** Why work is handed over: somebody is away for a time, or leaves. */
export const WHY: Readonly<Record<string, string>> = {
  away: 'They are away for a time',
  leaves: 'They leave',
};

/** Reads the form of a hand-over: as it was typed, and as the graph takes it where all of it can be meant. */
export function readHandOver(form: Form): {
  readonly typed: TypedHandOver;
  readonly problems: readonly Problem[];
  readonly said: HandOverSaid | null;
} {
  const typed = textsIn(form, FIELDS);
  const { from = '', reason = '', why = '' } = typed;
  const read = readReceiver(form);
  const away = why === 'away' ? readAway(typed) : { problems: [], away: null };
  const problems = [
    ...(from === '' ? [{ field: 'from', says: 'Name whose work is handed over.' }] : []),
    ...('problems' in read ? read.problems : []),
    ...(Object.hasOwn(WHY, why) ? [] : [{ field: 'why', says: 'Say whether they are away or leave.' }]),
    ...away.problems,
    ...(reason === ''
      ? [{ field: 'reason', says: 'Say why. It stands in the timeline of each complaint.' }]
      : []),
  ];
  const isWhole = problems.length === 0 && 'receiver' in read;
  return { typed, problems, said: isWhole ? { from, reason, ...read.receiver, away: away.away } : null };
}

function readAway(typed: TypedHandOver) {
  const from = readDayFields(typed, 'awayFrom', 'their first day away');
  const to = readDayFields(typed, 'awayTo', 'their last day away');
  const problems = [from.problem, to.problem].filter((problem) => problem !== null);
  if (from.day === null || to.day === null) return { problems, away: null };
  return { problems, away: { from: from.day, to: to.day, standsIn: typed.standsIn || null } };
}
