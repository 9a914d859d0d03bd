import { textOf, textsOf } from '../../../../forms/fields';
import { type FormField, type Given, type Told, wrong } from './form-field';

/** Something to choose. */
export interface Item {
  readonly value: string;
  readonly text: string;
}

const NOTHING: Item = { value: '', text: 'Choose' };

const itemsOf = (words: Readonly<Record<string, string>>): Item[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

/** One of a few, each told in words; none is chosen for anybody. */
export const oneOf = <Code extends string, About>(
  label: string,
  { words, missing, hint }: { words: Readonly<Record<Code, string>>; missing: string; hint?: Told<About> },
): FormField<Code, About> => {
  const isOne = (value: string): value is Code => Object.hasOwn(words, value);
  return {
    ...{ shape: 'radios', label, ...(hint === undefined ? {} : { hint }) },
    shows: ({ form, name }) => ({ items: marked(itemsOf(words), [textOf(form, name)]) }),
    read: ({ form, name }) => {
      const value = textOf(form, name);
      return isOne(value) ? { value } : wrong(name, missing);
    },
  };
};

/** Yes or no; neither is said for anybody. */
export const yesNo = <About>(label: string, missing: string): FormField<boolean, About> => {
  const field = oneOf<'yes' | 'no', About>(label, { words: { yes: 'Yes', no: 'No' }, missing });
  return {
    ...field,
    read: ({ form, name }) => {
      const said = textOf(form, name);
      return said === 'yes' || said === 'no' ? { value: said === 'yes' } : wrong(name, missing);
    },
  };
};

/** A box to tick. */
export const ticked = <About>(label: string, says: string): FormField<boolean, About> => ({
  ...{ shape: 'boxes', label },
  shows: ({ form, name }) => ({ items: marked([{ value: 'yes', text: says }], textsOf(form, name)) }),
  read: ({ form, name }) => ({ value: textsOf(form, name).includes('yes') }),
});

/** Any number of them. */
export const anyOf = <Code extends string, About>(
  label: string,
  { words, hint }: { words: Readonly<Record<Code, string>>; hint?: Told<About> },
): FormField<Code[], About> => {
  const isOne = (value: string): value is Code => Object.hasOwn(words, value);
  return {
    ...{ shape: 'boxes', label, ...(hint === undefined ? {} : { hint }) },
    shows: ({ form, name }) => ({ items: marked(itemsOf(words), textsOf(form, name)) }),
    read: ({ form, name }) => ({ value: textsOf(form, name).filter(isOne) }),
  };
};

/** What may be chosen, as the form is about something; `only` is chosen at once where there is nothing else. */
interface Chosen<About> {
  readonly items: (about: About) => readonly Item[];
  readonly hint?: Told<About>;
}

const choosing = <About>(label: string, { items, hint }: Chosen<About>, first: Item) => ({
  ...{ shape: 'choose' as const, label, ...(hint === undefined ? {} : { hint }) },
  shows: ({ about }: Given<About>) => ({ items: [first, ...items(about)] }),
});

/** One of what there is; `missing` says what to choose. */
export const choose = <About>(
  label: string,
  { missing, ...chosen }: Chosen<About> & { readonly missing: string },
): FormField<string, About> => ({
  ...choosing(label, chosen, NOTHING),
  begins: (name, about) => {
    const [only, other] = chosen.items(about);
    return only !== undefined && other === undefined ? { [name]: only.value } : {};
  },
  read: ({ form, name, about }) => {
    const value = textOf(form, name);
    return chosen.items(about).some((item) => item.value === value) ? { value } : wrong(name, missing);
  },
});

/** The same where it may be left out; `none` is what is said then. */
export const chooseIf = <About>(
  label: string,
  { none, ...chosen }: Chosen<About> & { readonly none: string },
): FormField<string | null, About> => ({
  ...choosing(label, chosen, { value: '', text: none }),
  read: ({ form, name, about }) => {
    const value = textOf(form, name);
    return { value: chosen.items(about).some((item) => item.value === value) ? value : null };
  },
});

/** One of what there is by its number, such as the place of a promise. */
export const chooseNumber = <About>(
  label: string,
  told: Chosen<About> & { readonly missing: string },
): FormField<number, About> => {
  const field = choose(label, told);
  return {
    ...field,
    read: async (given) => {
      const read = await field.read(given);
      return 'value' in read ? { value: Number(read.value) } : read;
    },
  };
};

const marked = (items: readonly Item[], chosen: readonly string[]) =>
  items.map((item) => ({ ...item, isChosen: chosen.includes(item.value) }));
