import { dayFields } from '../../../../forms/day-field';
import { textOf } from '../../../../forms/fields';
import type { PartyInput, PartyKind } from '../../../../operations/__generated__/operations';
import type { Form } from '../../../../server/check-form';
import type { FormField } from '../../commands/fields/form-field';
import { PARTY_TEXTS, partyShown, readParty } from '../../commands/fields/party-texts';

/** Somebody whom a complaint is from or about; null where nothing was typed of them. */
export const newParty = <About>(
  kind: PartyKind,
  label: string,
  { hint, isAside = true }: { hint: string; isAside?: boolean },
): FormField<PartyInput | null, About> => ({
  ...{ shape: 'partyInput', label, hint },
  shows: (given) => ({
    ...{ isChosen: true, isAside, isOpen: isNamed(given.form, given.name) },
    ...partyShown(given),
  }),
  read: ({ form, name }) => {
    if (!isNamed(form, name)) return { value: null };
    const read = readParty(form, name);
    return 'problem' in read ? read : { value: { kind, ...read.value } };
  },
});

/** Whether anything was typed of somebody. */
export const isNamed = (form: Form, name: string): boolean =>
  [...PARTY_TEXTS.map(([part]) => `${name}-${part}`), ...dayFields(`${name}-bornOn`)].some(
    (field) => textOf(form, field) !== '',
  );
