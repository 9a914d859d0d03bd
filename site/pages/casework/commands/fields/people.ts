import { textOf } from '../../../../forms/fields';
import type { Form } from '../../../../server/check-form';
import type { CaseSeen } from '../case-seen';
import { type FormField, type Told, wrong } from './form-field';

/** Somebody by an id, with the name that is kept with the complaint. */
interface Appointed {
  readonly person: string;
  readonly name: string;
}

/** A person of the council by the name that they sign in with; those who are known are offered. */
export const person = (label: string, hint?: Told<CaseSeen>): FormField<string | null, CaseSeen> => ({
  ...{ shape: 'line', label, offersTeam: true, ...(hint === undefined ? {} : { hint }) },
  shows: ({ about }) => ({ offered: about.people }),
  read: ({ form, name }) => ({ value: textOf(form, name) || null }),
});

const ID = 'person';
const NAME = 'name';
const rowOf = (form: Form, name: string, row: number): Appointed => ({
  person: textOf(form, `${name}-${row}-${ID}`),
  name: textOf(form, `${name}-${row}-${NAME}`),
});

const rows = (form: Form, name: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ row: index + 1, ...rowOf(form, name, index + 1) }));

const isBegun = ({ person: id, name }: Appointed): boolean => id !== '' || name !== '';
const isWhole = ({ person: id, name }: Appointed): boolean => id !== '' && name !== '';
const HALF = 'Write both the name and the sign-in or other id of each.';

/** Several people, a row each. */
export const people = (
  label: string,
  { count, missing, hint }: { count: number; missing: string; hint: Told<CaseSeen> },
): FormField<Appointed[], CaseSeen> => ({
  ...{ shape: 'people', label, hint, offersTeam: true },
  shows: ({ form, name, about }) => ({ rows: rows(form, name, count), offered: about.people }),
  read: ({ form, name }) => {
    const said = rows(form, name, count)
      .filter(isBegun)
      .map(({ person: id, name: called }) => ({ person: id, name: called }));
    if (said.length === 0) return wrong(name, missing);
    return said.every(isWhole) ? { value: said } : wrong(name, HALF);
  },
});

/** The same of a panel that was arranged: who is to sit on it stands there, by the names that are kept. */
export const panelAgain = (...given: Parameters<typeof people>): FormField<Appointed[], CaseSeen> => ({
  ...people(...given),
  takesUpPeople: true,
  begins: (name, { live, parties }) =>
    Object.fromEntries(
      live.panel.flatMap((id, index) => {
        const known = parties.find(({ person: of }) => of === id);
        const called = [known?.forename, known?.surname].filter(Boolean).join(' ');
        const row = `${name}-${index + 1}`;
        return [
          [`${row}-${ID}`, id],
          [`${row}-${NAME}`, called],
        ];
      }),
    ),
});

/** One of them. */
export const onePerson = (
  label: string,
  told: { missing: string; hint: Told<CaseSeen> },
): FormField<Appointed, CaseSeen> => {
  const field = people(label, { ...told, count: 1 });
  return {
    ...field,
    read: ({ form, name }) => {
      const said = rowOf(form, name, 1);
      if (!isBegun(said)) return wrong(name, told.missing);
      return isWhole(said) ? { value: said } : wrong(name, HALF);
    },
  };
};
