import type { Problem } from '../../../forms/problem';
import type { Asking, Gateway, Operation } from '../../../gateway/gateway';
import type { Form } from '../../../server/check-form';
import type { FieldsOf, FormField } from './fields/form-field';

/** Which command, on what, and as it was seen. */
export interface Target {
  readonly key: string | number;
  readonly id: string | number;
  readonly version: number;
}

/** In whose name a command is sent, to the graph of which part, and on what. */
export interface Sending {
  readonly gateway: Gateway;
  readonly asking: Asking;
  readonly part: string;
  readonly target: Target;
}

/** What a form says, ready to be sent; or what is wrong with it. */
export type Prepared<Came> =
  | { readonly problems: readonly Problem[] }
  | { readonly send: (sending: Sending) => Promise<Came | null> };

/** A command as people ask for it. */
export interface CommandForm<About, Came> {
  readonly fields: Readonly<Record<string, FormField<unknown, About>>>;
  /** Whether a part of the graph has the command. */
  readonly isIn: (part: string) => boolean;
  readonly prepare: (form: Form, about: About) => Promise<Prepared<Came>>;
}

type Operations<Came, Taken> = Partial<
  Readonly<Record<string, Operation<{ readonly outcome: Came | null }, Taken>>>
>;

/**
 * The form of a command that several parts of the graph have, each by its own operation: a field for each argument, as the
 * operation's types want them. An argument that a command gains and nobody asks for is an error of types. `of` is what names
 * the command and what it is done to: a command that begins something has no more than its key.
 */
export function commandForm<About, Came, Taken extends Partial<Target>>(
  operations: Operations<Came, Taken>,
  fields: FieldsOf<Omit<Taken, keyof Target>, About> & Readonly<Record<string, FormField<unknown, About>>>,
  of: readonly (keyof Target)[] = ['key', 'id', 'version'],
): CommandForm<About, Came> {
  const names = [...Object.keys(fields), ...of];
  const isWhole = (given: object): given is Taken => names.every((name) => Object.hasOwn(given, name));
  return {
    fields,
    isIn: (part) => Object.hasOwn(operations, part),
    async prepare(form, about) {
      const { values, problems } = await readFields(fields, form, about);
      if (problems.length > 0) return { problems };
      const send = async ({ gateway, asking, part, target }: Sending) => {
        const named = Object.fromEntries(of.map((name) => [name, target[name]]));
        const [operation, taken] = [operations[part], { ...values, ...named }];
        if (operation === undefined || !isWhole(taken)) throw new Error(`No such command in ${part}`);
        return (await gateway.ask(operation, taken, asking)).outcome;
      };
      return { send };
    },
  };
}

/** Reads every field of a form: the values by their names, and what is wrong. */
export async function readFields<About>(
  fields: Readonly<Record<string, FormField<unknown, About>>>,
  form: Form,
  about: About,
) {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const read = await field.read({ name, form, about });
    if ('problem' in read) problems.push(read.problem);
    else values[name] = read.value;
  }
  return { values, problems };
}
