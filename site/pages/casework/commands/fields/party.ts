import { dayFields, dayTyped, readDayFields } from '../../../../forms/day-field';
import { fieldsWith, textOf, textsIn } from '../../../../forms/fields';
import type { PartyInput, PartyKind } from '../../../../operations/__generated__/operations';
import type { Form } from '../../../../server/check-form';
import type { CaseSeen, Party } from '../case-seen';
import { type FormField, wrong } from './form-field';

/** What somebody is to a complaint, in words. */
const KIND_WORDS: Readonly<Record<PartyKind, string>> = {
  COMPLAINANT: 'Who complains',
  REPRESENTATIVE: 'Who complains for somebody else',
  PERSON_CONCERNED: 'Whom it concerns',
  CHILD: 'The child or young person whom it concerns',
  APPOINTED: 'Somebody who looks into it',
};

const TEXTS = [
  ['title', 'How they are addressed'],
  ['forename', 'First name'],
  ['surname', 'Last name'],
  ['relationship', 'What they are to the person concerned'],
  ['telephone', 'Telephone number'],
  ['email', 'E-mail address'],
  ['address', 'Address'],
  ['postcode', 'Postcode'],
] as const;

/** Whoever looks into it is appointed, and changed by that. */
const changeable = ({ parties }: CaseSeen): readonly Party[] =>
  parties.filter(({ kind }) => kind !== 'APPOINTED');

const chosenOf = (about: CaseSeen): Party | null => {
  const [only, other] = changeable(about);
  const chosen = changeable(about).find(({ id }) => id === about.chosen);
  return chosen ?? (other === undefined ? (only ?? null) : null);
};

const nameOf = ({ kind, forename, surname }: Party): string =>
  `${KIND_WORDS[kind]}: ${[forename, surname].filter(Boolean).join(' ') || 'no name'}`;

/** Which of the people of a complaint. Until one is chosen there is nothing to change. */
export const theParty: FormField<string, CaseSeen> = {
  ...{ shape: 'party', takesUpPeople: true, label: 'Whom', hint: 'That you read this is recorded' },
  shows: ({ about }) => ({
    parties: changeable(about).map((party) => ({ id: party.id, text: nameOf(party) })),
    chosen: chosenOf(about)?.id ?? null,
  }),
  read: ({ form, name, about }) => {
    const id = textOf(form, name);
    return changeable(about).some((party) => party.id === id) ? { value: id } : wrong(name, 'Choose whom.');
  },
};

/** What is kept of them: what is left empty is taken out. */
export const partyAsKept: FormField<PartyInput, CaseSeen> = {
  ...{ shape: 'partyInput', label: 'What is kept of them', hint: 'What you empty is taken out' },
  begins: (name, about) => typedOf(name, chosenOf(about)),
  shows: ({ form, name, about }) => ({
    isChosen: chosenOf(about) !== null,
    texts: TEXTS.map(([part, label]) => {
      const field = `${name}-${part}`;
      return { part, field: fieldsWith({ [field]: textOf(form, field) }, [])(field, label) };
    }),
    born: fieldsWith({}, [])(`${name}-bornOn`, 'Day of birth'),
    typed: textsIn(form, dayFields(`${name}-bornOn`)),
  }),
  read: ({ form, name, about }) => {
    const kind = changeable(about).find(({ id }) => id === textOf(form, 'party'))?.kind;
    if (kind === undefined) return wrong(name, 'Choose whom first.');
    const born = bornIn(form, `${name}-bornOn`);
    if (born.problem !== null) return { problem: { ...born.problem, field: name } };
    const text = (part: string) => textOf(form, `${name}-${part}`) || null;
    return {
      value: {
        ...{ kind, bornOn: born.day, title: text('title'), forename: text('forename') },
        ...{ surname: text('surname'), relationship: text('relationship'), telephone: text('telephone') },
        ...{ email: text('email'), address: text('address'), postcode: text('postcode') },
      },
    };
  },
};

function bornIn(form: Form, name: string) {
  const typed = textsIn(form, dayFields(name));
  if (Object.values(typed).every((text) => text === '')) return { day: null, problem: null };
  return readDayFields(typed, name, 'the day of birth');
}

const typedOf = (name: string, party: Party | null): Form =>
  party === null
    ? {}
    : {
        ...Object.fromEntries(TEXTS.map(([part]) => [`${name}-${part}`, party[part] ?? ''])),
        ...(party.bornOn === null ? {} : dayTyped(`${name}-bornOn`, party.bornOn)),
      };
