import { fieldsWith, textOf } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { Form } from '../../../server/check-form';
import { type FormField, toldOf } from './fields/form-field';

/** The fields of a command as `casework/commands/fields.njk` shows them, filled with what was typed. */
export const shownFields = <About>(
  fields: Readonly<Record<string, FormField<unknown, About>>>,
  { form, about, problems }: { form: Form; about: About; problems: readonly Problem[] },
) =>
  Object.entries(fields).map(([name, field]) => ({
    shape: field.shape,
    field: fieldsWith({ [name]: textOf(form, name) }, problems)(name, field.label, toldOf(field.hint, about)),
    ...field.shows?.({ name, form, about, problems }),
  }));

/** What a form says when it is first shown. */
export const firstTyped = <About>(
  fields: Readonly<Record<string, FormField<unknown, About>>>,
  about: About,
): Form =>
  Object.assign({}, ...Object.entries(fields).map(([name, field]) => field.begins?.(name, about) ?? {}));
