import { textsIn } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import type { Form } from '../../../server/check-form';

/** What the form of a name says, field by field. */
export type TypedName = Readonly<Record<string, string>>;

export interface ReadName {
  readonly typed: TypedName;
  readonly problems: readonly Problem[];
  readonly basedOnVersion: number;
}

/** An id made of a name, where whoever adds it chooses none: "Parks & Trees" is `parks-trees`. */
export const idOfName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '');

/** Reads the form by which a service or a directorate is named; `required` fields say what is missing. */
export function readName(form: Form, required: Readonly<Record<string, string>>): ReadName {
  const typed = textsIn(form, ['id', 'basedOnVersion', ...Object.keys(required)]);
  const problems = Object.entries(required).flatMap(([field, says]) =>
    typed[field] === '' ? [{ field, says }] : [],
  );
  return { typed, problems, basedOnVersion: Number(typed.basedOnVersion) || 0 };
}
