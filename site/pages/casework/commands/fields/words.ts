import { textOf } from '../../../../forms/fields';
import type { CaseSeen } from '../case-seen';
import { type FormField, type Told, wrong } from './form-field';

const MOST_CHARACTERS = 10_000;

const tooLong = (name: string) =>
  wrong(name, `Write ${MOST_CHARACTERS.toLocaleString('en-GB')} characters at most.`);

/** Words that may be left out. */
export const wordsIf = <About>(label: string, hint?: Told<About>): FormField<string | null, About> => ({
  ...{ shape: 'area', label, ...(hint === undefined ? {} : { hint }) },
  read: ({ form, name }) => {
    const words = textOf(form, name);
    return words.length > MOST_CHARACTERS ? tooLong(name) : { value: words === '' ? null : words };
  },
});

/** Words that have to be there; `missing` says what is to be written. */
export const words = <About>(
  label: string,
  { missing, hint }: { readonly missing: string; readonly hint?: Told<About> },
): FormField<string, About> => ({
  ...{ shape: 'area', label, ...(hint === undefined ? {} : { hint }) },
  read: ({ form, name }) => {
    const written = textOf(form, name);
    if (written === '') return wrong(name, missing);
    return written.length > MOST_CHARACTERS ? tooLong(name) : { value: written };
  },
});

/** Texts of a line each, such as the elements of a complaint. */
export const eachLine = <About>(label: string, hint?: Told<About>): FormField<string[], About> => ({
  ...{ shape: 'area', label, ...(hint === undefined ? {} : { hint }) },
  read: ({ form, name }) => ({
    value: textOf(form, name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }),
});

/** The elements of a complaint, a line each: those that were written before stand there. */
export const pointLines = (label: string, hint?: Told<CaseSeen>): FormField<string[], CaseSeen> => ({
  ...eachLine<CaseSeen>(label, hint),
  takesUpPoints: true,
  begins: (name, { points }) => ({ [name]: points.join('\n') }),
});
