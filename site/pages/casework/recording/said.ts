import { dayWords } from '../../../../domain/figures/days';
import { dayFields, readDayFields } from '../../../forms/day-field';
import { textOf, textsIn } from '../../../forms/fields';
import type { Form } from '../../../server/check-form';
import type { FormField } from '../commands/fields/form-field';
import { PARTY_TEXTS } from '../commands/fields/party-texts';
import type { RecordSeen } from './record-seen';
import type { StepFields } from './steps';

/** What was said in one field, in words: of somebody a line for each part. Nothing is said where it is empty. */
interface Said {
  readonly label: string;
  readonly lines: readonly string[];
}

/** What a form says in the fields of a step, as it is shown and cannot be changed. */
export const saidIn = (fields: StepFields, form: Form, about: RecordSeen): Said[] =>
  Object.entries(fields).map(([name, field]) => ({
    label: field.label,
    lines: linesOf(field, { name, form, about }),
  }));

type Given = { readonly name: string; readonly form: Form; readonly about: RecordSeen };

function linesOf(field: FormField<unknown, RecordSeen>, { name, form, about }: Given): string[] {
  if (field.shape === 'day') return [dayIn(form, name)].filter((line) => line !== '');
  if (field.shape === 'partyInput') return partyLines(form, name);
  const said = textOf(form, name);
  if (field.shape !== 'radios') return said === '' ? [] : said.split('\n');
  const shown: { readonly items?: readonly { readonly value: string; readonly text: string }[] } =
    field.shows?.({ name, form, about, problems: [] }) ?? {};
  return said === '' ? [] : [shown.items?.find(({ value }) => value === said)?.text ?? said];
}

/** A day as it was typed, in words where it can be meant. */
function dayIn(form: Form, name: string): string {
  const typed = textsIn(form, dayFields(name));
  const { day } = readDayFields(typed, name, '');
  return day === null ? Object.values(typed).join(' ').trim() : dayWords(day);
}

const partyLines = (form: Form, name: string): string[] =>
  [
    ...PARTY_TEXTS.map(([part, label]) => [label, textOf(form, `${name}-${part}`)] as const),
    ['Day of birth', dayIn(form, `${name}-bornOn`)] as const,
  ]
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}: ${text.replaceAll('\n', ', ')}`);
