import { dayFields, readDayFields } from '../../../../forms/day-field';
import { fieldsWith, textOf, textsIn } from '../../../../forms/fields';
import type { PartyInput } from '../../../../operations/__generated__/operations';
import type { Form } from '../../../../server/check-form';
import type { Read, Showing } from './form-field';

/** What is kept of somebody, in the order in which forms ask for it. */
export const PARTY_TEXTS = [
  ['title', 'How they are addressed'],
  ['forename', 'First name'],
  ['surname', 'Last name'],
  ['relationship', 'What they are to the person concerned'],
  ['telephone', 'Telephone number'],
  ['email', 'E-mail address'],
  ['address', 'Address'],
  ['postcode', 'Postcode'],
] as const;

/** The fields of somebody as `fields.njk` shows them. */
export const partyShown = ({ form, name, problems }: Omit<Showing<unknown>, 'about'>) => ({
  texts: PARTY_TEXTS.map(([part, label]) => {
    const field = `${name}-${part}`;
    return { part, field: fieldsWith({ [field]: textOf(form, field) }, [])(field, label) };
  }),
  born: fieldsWith({}, problems)(`${name}-bornOn`, 'Day of birth'),
  typed: textsIn(form, dayFields(`${name}-bornOn`)),
});

/** What was typed of somebody; what was left empty is null. */
export function readParty(form: Form, name: string): Read<Omit<PartyInput, 'kind'>> {
  const born = bornIn(form, `${name}-bornOn`);
  if (born.problem !== null) return { problem: born.problem };
  const text = (part: string) => textOf(form, `${name}-${part}`) || null;
  return {
    value: {
      ...{ bornOn: born.day, title: text('title'), forename: text('forename') },
      ...{ surname: text('surname'), relationship: text('relationship'), telephone: text('telephone') },
      ...{ email: text('email'), address: text('address'), postcode: text('postcode') },
    },
  };
}

function bornIn(form: Form, name: string) {
  const typed = textsIn(form, dayFields(name));
  if (Object.values(typed).every((text) => text === '')) return { day: null, problem: null };
  return readDayFields(typed, name, 'the day of birth');
}
