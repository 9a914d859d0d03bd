import { textOf } from '../../../../forms/fields';
import type { Consent } from '../../../../operations/__generated__/operations';
import type { Form } from '../../../../server/check-form';
import { oneOf } from '../../commands/fields/choices';
import { type FormField, wrong } from '../../commands/fields/form-field';
import type { RecordSeen } from '../record-seen';
import { isNamed } from './new-party';

const WORDS: Readonly<Record<Consent, string>> = {
  NOT_NEEDED: 'Nobody has to be asked: they complain for themselves, or may by law',
  AWAITED: 'It is still to be asked for, or waited for',
  GIVEN: 'They agree',
  REFUSED: 'They do not agree',
};
const MISSING = 'Somebody complains for somebody else here. Say whether the person concerned agrees.';
const field = oneOf<Consent, RecordSeen>('Whether the person concerned agrees', {
  words: WORDS,
  missing: MISSING,
  hint: 'Where somebody complains for somebody else. Without consent it is not answered to them',
});
const isConsent = (said: string): said is Consent => Object.hasOwn(WORDS, said);

/** Whether the person concerned agrees; it is asked for where somebody else complains, and nobody has to be asked otherwise. */
export const consent: FormField<Consent, RecordSeen> = {
  ...field,
  read: ({ form, name }) => {
    const said = textOf(form, name);
    if (isConsent(said)) return { value: said };
    return isForAnother(form) ? wrong(name, MISSING) : { value: 'NOT_NEEDED' };
  },
};

/** Whether somebody complains for somebody else, as far as the form says. */
const isForAnother = (form: Form): boolean => isNamed(form, 'representative') || isNamed(form, 'concerned');
