import { type Field, fieldsWith, textOf } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { Form } from '../../../server/check-form';
import type { NameOf } from '../../../server/person-names';

/** Who is to have work: a person or a group, and never both. */
export interface Receiver {
  readonly to: string | null;
  readonly group: string | null;
}

/** Whom a form can name. */
export interface Known {
  /** People who are known to work on complaints, by the subjects of their sign-ins. */
  readonly people: readonly string[];
  /** Groups by their ids, with what they are called. */
  readonly groups: ReadonlyMap<string, string>;
}

const NOBODY = 'Name somebody, or choose a group.';
const BOTH = 'Name somebody or choose a group, and not both.';

/** Reads who is to have work. */
export function readReceiver(
  form: Form,
): { readonly receiver: Receiver } | { readonly problems: readonly Problem[] } {
  const receiver = { to: textOf(form, 'to') || null, group: textOf(form, 'group') || null };
  if (receiver.to === null && receiver.group === null) return { problems: [{ field: 'to', says: NOBODY }] };
  if (receiver.to !== null && receiver.group !== null) return { problems: [{ field: 'group', says: BOTH }] };
  return { receiver };
}

/** What the fields of a receiver show. */
export interface ReceiverView {
  readonly to: Field;
  readonly group: Field;
  readonly offered: readonly { readonly value: string; readonly text: string }[];
  readonly groups: readonly { readonly value: string; readonly text: string }[];
}

/** The fields in which a receiver is named, with what was typed. */
export function receiverView(
  form: Form,
  { people, groups }: Known,
  { problems, nameOf }: { readonly problems: readonly Problem[]; readonly nameOf: NameOf },
): ReceiverView {
  const field = fieldsWith({ to: textOf(form, 'to'), group: textOf(form, 'group') }, problems);
  return {
    to: field('to', 'To a person', 'By the name that they sign in with.'),
    group: field('group', 'Or to a group'),
    offered: people.map((value) => ({ value, text: nameOf(value) })),
    groups: [{ value: '', text: 'No group' }, ...[...groups].map(([value, text]) => ({ value, text }))],
  };
}

/** What a receiver is called. */
export const receiverName = ({ to, group }: Receiver, { groups }: Known, nameOf: NameOf): string =>
  to === null ? (groups.get(group ?? '') ?? 'a group') : nameOf(to);
