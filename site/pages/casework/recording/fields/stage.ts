import { textOf } from '../../../../forms/fields';
import type { Form } from '../../../../server/check-form';
import { type FormField, type Given, wrong } from '../../commands/fields/form-field';
import { wordsIf } from '../../commands/fields/words';
import { lawWords } from '../../law-words';
import { beginningsOf } from '../begins-at';
import type { RecordSeen } from '../record-seen';

const FIRST = '1';
const chosenIn = (form: Form): string => textOf(form, 'stage') || FIRST;
const beginnings = ({ form, about: { procedure } }: Given<RecordSeen>) => beginningsOf({ procedure, form });

/** The stage at which it begins: the first, where nobody says otherwise. Where the rules cannot be had it is as it was said. */
export const stage: FormField<number, RecordSeen> = {
  ...{ shape: 'radios', label: 'The stage at which it begins' },
  hint: 'A complaint begins at stage 1. Another is the exception',
  begins: (name) => ({ [name]: FIRST }),
  shows: (given) => ({
    items: beginnings(given).map((version) => ({
      value: String(version.stage),
      text: version.title,
      isChosen: chosenIn(given.form) === String(version.stage),
    })),
  }),
  read: (given) => {
    const chosen = Number(chosenIn(given.form));
    const [only, other] = beginnings(given);
    if (only === undefined) return { value: chosen };
    if (other === undefined) return { value: only.stage };
    const isOne = beginnings(given).some((version) => version.stage === chosen);
    return isOne ? { value: chosen } : wrong(given.name, 'Choose a stage at which a complaint may begin.');
  },
};

const field = wordsIf<RecordSeen>('Why it begins at a later stage', 'Only where it does');

/** Why it begins at a later stage, where it does. */
export const directReason: FormField<string | null, RecordSeen> = {
  ...field,
  read: async (given) => {
    const [only, other] = beginnings(given);
    if (only !== undefined && other === undefined) return { value: null };
    const read = await field.read(given);
    if ('problem' in read || read.value !== null) return read;
    const chosen = chosenIn(given.form);
    const version = beginnings(given).find((each) => String(each.stage) === chosen);
    const need = version?.events.find(({ event }) => event === 'RECORD')?.needs.at(0);
    if (need === undefined) return read;
    const says = `Beginning at stage ${chosen} is the exception. Say why, or record it at stage 1.`;
    return wrong(given.name, `${says} ${lawWords(need.source)}.`);
  },
};
