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

/** The field of a form that a refusal is about: one of its fields, a part of one, or null where it is about none. */
export function fieldMeant(
  fields: Readonly<Record<string, Pick<FormField<unknown, never>, 'parts'>>>,
  part: string | null,
): string | null {
  if (part === null || Object.hasOwn(fields, part)) return part;
  const meant = Object.entries(fields).flatMap(([name, { parts = {} }]) =>
    Object.entries(parts).flatMap(([named, end]) => (named === part ? [`${name}${end}`] : [])),
  );
  return meant[0] ?? null;
}
