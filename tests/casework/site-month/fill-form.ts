import type { ReadForm } from './read-form';

type Given = Readonly<Record<string, unknown>>;

/**
 * What a browser would send of a form with this typed into it. What is given is named as the graph names it: a day goes into
 * its three fields, a list of people or findings into rows, a list of texts into the lines of an area. Throws for what the form
 * does not ask for.
 */
export function fillForm(form: ReadForm, given: Given): Record<string, string> {
  const sent = Object.fromEntries(
    [...form.fields].flatMap(([name, { value, isSent }]) => (isSent ? [[name, value]] : [])),
  );
  for (const [name, value] of Object.entries(given))
    for (const [field, text] of typed(form, name, value)) {
      if (!form.fields.has(field)) throw new Error(`${form.action} does not ask for ${field}`);
      sent[field] = text;
    }
  return sent;
}

function typed(form: ReadForm, name: string, value: unknown): (readonly [string, string])[] {
  if (Array.isArray(value)) return listed(form, name, value);
  if (typeof value === 'object' && value !== null) return rowOf(name, 1, value);
  const text = String(value);
  return form.fields.has(`${name}-day`) ? dayIn(name, text) : [[name, text]];
}

function listed(form: ReadForm, name: string, values: readonly unknown[]): (readonly [string, string])[] {
  if (values.every((value) => typeof value === 'object'))
    return values.flatMap((value, index) => rowOf(name, index + 1, Object(value)));
  const [only, other] = values;
  if (form.fields.get(name)?.kind === 'area') return [[name, values.join('\n')]];
  if (other !== undefined) throw new Error(`Only one of ${name} can be ticked here`);
  return [[name, String(only)]];
}

const rowOf = (name: string, row: number, value: object): (readonly [string, string])[] =>
  Object.entries(value).map(([part, text]) => [`${name}-${row}-${part}`, String(text)] as const);

function dayIn(name: string, iso: string): (readonly [string, string])[] {
  const [year = '', month = '', day = ''] = iso.split('-');
  return [
    [`${name}-day`, day],
    [`${name}-month`, month],
    [`${name}-year`, year],
  ];
}
