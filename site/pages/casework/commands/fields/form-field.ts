import type { Problem } from '../../../../forms/problem';
import type { Form } from '../../../../server/check-form';

/** A field as it is shown or was sent: its name, what the form says, and what it is about. */
export interface Given<About> {
  readonly name: string;
  readonly form: Form;
  readonly about: About;
}

/** The same as it is shown, with what is wrong. */
export interface Showing<About> extends Given<About> {
  readonly problems: readonly Problem[];
}

/** What was read of a field, or what is wrong with it. */
export type Read<Value> = { readonly value: Value } | { readonly problem: Problem };

/** Words that may hang on what the form is about. */
export type Told<About> = string | ((about: About) => string | null);

/** The macros of `casework/commands/fields.njk`. */
export type Shape =
  | 'area'
  | 'boxes'
  | 'choose'
  | 'day'
  | 'decision'
  | 'findings'
  | 'line'
  | 'party'
  | 'partyInput'
  | 'people'
  | 'radios';

/** One argument of a command: how its form asks for it, and how it is read. */
export interface FormField<Value, About> {
  readonly shape: Shape;
  readonly label: string;
  readonly hint?: Told<About>;
  /** Whether it takes up what is complained of, as it was written last: that is asked for, and each such reading is recorded. */
  readonly takesUpPoints?: boolean;
  /** Whether it takes up the names of people who are kept with the complaint: each such reading is recorded. */
  readonly takesUpPeople?: boolean;
  /** Whether it offers people and groups of the team: they are asked for where a form has such a field. */
  readonly offersTeam?: boolean;
  /** What its macro shows besides, such as what there is to choose from. */
  readonly shows?: (showing: Showing<About>) => object;
  /** What the form says when it is first shown. */
  readonly begins?: (name: string, about: About) => Form;
  /** What a refusal names that is a part of it, and how the name of its field goes on after its own: `-on`. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly read: (given: Given<About>) => Read<Value> | Promise<Read<Value>>;
}

/** Of what a command takes, a field for each part. */
export type FieldsOf<Taken, About> = { readonly [Part in keyof Taken]-?: FormField<Taken[Part], About> };

/** What is wrong with a field. */
export const wrong = (field: string, says: string): { readonly problem: Problem } => ({
  problem: { field, says },
});

/** What a field tells of what it is about. */
export const toldOf = <About>(told: Told<About> | undefined, about: About): string | null =>
  typeof told === 'function' ? told(about) : (told ?? null);
