import { textOf } from '../../../../forms/fields';
import { type FormField, type Told, wrong } from '../../commands/fields/form-field';
import type { RecordSeen } from '../record-seen';

type NameField = FormField<string | null, RecordSeen>;
type NamesOf = (about: RecordSeen) => readonly string[] | null;

/**
 * One of the council's own names, chosen from all of them. Where they cannot be had what was chosen before stays; `none` is what
 * leaving it out says.
 */
export const chooseName = (
  label: string,
  { none, namesOf, hint }: { none: string; namesOf: NamesOf; hint?: Told<RecordSeen> },
): NameField => ({
  ...{ shape: 'choose', label, ...(hint === undefined ? {} : { hint }) },
  shows: ({ form, name, about }) => {
    const typed = textOf(form, name);
    const names = [...new Set([...(namesOf(about) ?? []), ...(typed === '' ? [] : [typed])])];
    return { items: [{ value: '', text: none }, ...names.map((each) => ({ value: each, text: each }))] };
  },
  read: ({ form, name }) => ({ value: textOf(form, name) || null }),
});

const MOST_NAMED = 5;
const plain = (text: string): string => text.trim().toLowerCase();

/** The service, found by what is typed of its name: the browser offers names, and without that the answer does. */
export const serviceByName = (label: string, hint: string): NameField => ({
  ...{ shape: 'line', label, hint },
  shows: ({ about }) => ({
    offered: (about.services ?? []).map(({ name, directorate }) => ({ value: name, text: directorate })),
  }),
  read: ({ form, name, about: { services } }) => {
    const typed = textOf(form, name);
    if (typed === '') return { value: null };
    if (services === null)
      return wrong(
        name,
        'The services cannot be had just now. What you typed is kept: try again in a minute.',
      );
    const found = servicesLike(services, typed);
    const [only, other] = found;
    if (only === undefined) return wrong(name, 'No service has these words in its name. Write a part of it.');
    if (other === undefined) return { value: only.id };
    const named = found.slice(0, MOST_NAMED).map((each) => `“${each.name}”`);
    return wrong(
      name,
      `Several services have these words in their names: ${named.join(', ')}. Write one of them.`,
    );
  },
});

type Services = NonNullable<RecordSeen['services']>;

/** The service of a name, or else those that have all of its words in theirs. */
function servicesLike(services: Services, typed: string): Services {
  const exact = services.filter(({ name }) => plain(name) === plain(typed));
  if (exact.length > 0) return exact;
  const words = plain(typed).split(/\s+/);
  return services.filter(({ name }) => words.every((word) => plain(name).includes(word)));
}
