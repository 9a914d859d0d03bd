import { textOf } from '../../../../forms/fields';
import type { Form } from '../../../../server/check-form';
import type { FormField } from '../../commands/fields/form-field';
import type { RecordSeen } from '../record-seen';

const NAME = 'linkTo';
const ALONE = { value: '', text: 'A complaint of its own' };

/** Another complaint, as a form says it: its id, and the reference by which people know it. */
const sayingOf = (other: { readonly id: string; readonly reference: string }): string =>
  `${other.id} ${other.reference}`;
const referenceIn = (said: string): string => said.slice(said.indexOf(' ') + 1);

/** The id of the complaint to which a draft is to be linked; null for none. */
export const linkedIn = (form: Form): string | null => textOf(form, NAME).split(' ').at(0) || null;

/** Which of the person's other complaints the new one is linked to. What was chosen stays where they are not looked for again. */
export const linkTo: FormField<string | null, RecordSeen> = {
  ...{ shape: 'radios', label: 'What this is to them' },
  hint: 'A link shows each on the other’s page. Only complaints of one stream can be linked',
  shows: ({ form, name, about: { others } }) => {
    const chosen = textOf(form, name);
    const offered = (others?.rows ?? []).filter(({ canLink }) => canLink).map(sayingOf);
    const values = [...new Set([...offered, ...(chosen === '' ? [] : [chosen])])];
    const items = [ALONE, ...values.map((value) => ({ value, text: `Linked to ${referenceIn(value)}` }))];
    return { items: items.map((item) => ({ ...item, isChosen: item.value === chosen })) };
  },
  read: ({ form }) => ({ value: linkedIn(form) }),
};
