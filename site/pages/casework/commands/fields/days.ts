import { dayFields, dayTyped, readDayFields } from '../../../../forms/day-field';
import { textsIn } from '../../../../forms/fields';
import type { Form } from '../../../../server/check-form';
import { type FormField, type Told, wrong } from './form-field';

/** What forms with a day on which something happened know of. */
interface Dated {
  readonly today: string;
}

const shows = ({ form, name }: { readonly form: Form; readonly name: string }) => ({
  typed: textsIn(form, dayFields(name)),
});

/** A day that may lie ahead, and is not known before; `what` names it within a sentence: "the new day". */
export const byDay = <About>(
  label: string,
  { what, hint }: { readonly what: string; readonly hint?: Told<About> },
): FormField<string, About> => ({
  ...{ shape: 'day', label, shows, ...(hint === undefined ? {} : { hint }) },
  read: ({ form, name }) => {
    const { day, problem } = readDayFields(textsIn(form, dayFields(name)), name, what);
    return problem === null ? { value: day } : { problem };
  },
});

/** The same where it may be left out. */
export const byDayIf = <About>(
  label: string,
  told: { readonly what: string; readonly hint?: Told<About> },
): FormField<string | null, About> => {
  const field = byDay(label, told);
  return {
    ...field,
    read: (given) =>
      dayFields(given.name).every((name) => !given.form[name]) ? { value: null } : field.read(given),
  };
};

/** The day on which something happened: today, until somebody says another. */
export const onDay = <About extends Dated>(label: string, hint?: Told<About>): FormField<string, About> => ({
  ...byDay(label, { what: 'the day on which it happened', ...(hint === undefined ? {} : { hint }) }),
  begins: (name, { today }) => dayTyped(name, today),
  read: ({ form, name, about }) => {
    const { day, problem } = readDayFields(
      textsIn(form, dayFields(name)),
      name,
      'the day on which it happened',
    );
    if (problem !== null) return { problem };
    return day > about.today
      ? wrong(name, 'That day is still to come. Give the day on which it happened.')
      : { value: day };
  },
});
