import { z } from 'zod';
import type { Form } from '../server/check-form';
import type { Problem } from './problem';

/** A field of a form as a template shows it. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  /** What is wrong with it; null where nothing is. */
  readonly error: string | null;
  /** The ids of what describes it, for readers of screens; null where nothing does. */
  readonly describedBy: string | null;
}

const textModel = z.string().catch('');
const textsModel = z.array(z.string()).catch([]);

/**
 * What a field of a form says, to the letter, with the line ends that texts are kept with: browsers send two characters.
 * Nothing where it came twice, or not at all.
 */
export const wholeTextOf = (form: Form, name: string): string =>
  textModel.parse(form[name]).replaceAll(/\r\n?/g, '\n');

/** The same without blanks around it. */
export const textOf = (form: Form, name: string): string => wholeTextOf(form, name).trim();

/** All that a field says that may come several times, such as a box to tick. */
export const textsOf = (form: Form, name: string): string[] =>
  textsModel.parse(typeof form[name] === 'string' ? [form[name]] : form[name]);

/** The fields named, as a form says them. */
export const textsIn = <Name extends string>(
  form: Form,
  names: readonly Name[],
): Readonly<Record<Name, string>> => {
  const texts: Partial<Record<Name, string>> = {};
  for (const name of names) texts[name] = textOf(form, name);
  return filled(texts, names);
};

function filled<Name extends string>(
  texts: Partial<Record<Name, string>>,
  names: readonly Name[],
): Record<Name, string> {
  const isWhole = (given: Partial<Record<Name, string>>): given is Record<Name, string> =>
    names.every((name) => given[name] !== undefined);
  if (!isWhole(texts)) throw new Error('A field of a form was not read');
  return texts;
}

/** Makes fields with what was typed and what is wrong with it. */
export const fieldsWith =
  (typed: Readonly<Record<string, string>>, problems: readonly Problem[]) =>
  (name: string, label: string, hint: string | null = null): Field => {
    const error = problems.find((problem) => problem.field === name)?.says ?? null;
    const described = [hint !== null && `${name}-hint`, error !== null && `${name}-error`].filter(Boolean);
    return {
      ...{ name, label, hint, error, value: typed[name] ?? '' },
      describedBy: described.length === 0 ? null : described.join(' '),
    };
  };
