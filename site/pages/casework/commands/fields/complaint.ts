import { textOf } from '../../../../forms/fields';
import type { CaseSeen } from '../case-seen';
import { type FormField, type Told, wrong } from './form-field';

/** Another complaint, by a reference of it. */
export const otherComplaint = (label: string, hint: Told<CaseSeen>): FormField<string, CaseSeen> => ({
  ...{ shape: 'line', label, hint },
  read: async ({ form, name, about }) => {
    const reference = textOf(form, name);
    if (reference === '') return wrong(name, 'Write the reference of the other complaint.');
    const id = await about.idOfReference(reference);
    return id === null
      ? wrong(name, 'No complaint that you may see has this reference. Look at it again.')
      : { value: id };
  },
});
