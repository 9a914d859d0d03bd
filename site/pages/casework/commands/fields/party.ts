import { dayTyped } from '../../../../forms/day-field';
import { textOf } from '../../../../forms/fields';
import type { PartyInput, PartyKind } from '../../../../operations/__generated__/operations';
import type { Form } from '../../../../server/check-form';
import type { CaseSeen, Party } from '../case-seen';
import { type FormField, wrong } from './form-field';
import { PARTY_TEXTS, partyShown, readParty } from './party-texts';

/** What somebody is to a complaint, in words. */
const KIND_WORDS: Readonly<Record<PartyKind, string>> = {
  COMPLAINANT: 'Who complains',
  REPRESENTATIVE: 'Who complains for somebody else',
  PERSON_CONCERNED: 'Whom it concerns',
  CHILD: 'The child or young person whom it concerns',
  APPOINTED: 'Somebody who looks into it',
};

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
  shows: ({ about, ...given }) => ({ isChosen: chosenOf(about) !== null, ...partyShown(given) }),
  read: ({ form, name, about }) => {
    const kind = changeable(about).find(({ id }) => id === textOf(form, 'party'))?.kind;
    if (kind === undefined) return wrong(name, 'Choose whom first.');
    const read = readParty(form, name);
    return 'problem' in read ? read : { value: { kind, ...read.value } };
  },
};

const typedOf = (name: string, party: Party | null): Form =>
  party === null
    ? {}
    : {
        ...Object.fromEntries(PARTY_TEXTS.map(([part]) => [`${name}-${part}`, party[part] ?? ''])),
        ...(party.bornOn === null ? {} : dayTyped(`${name}-bornOn`, party.bornOn)),
      };
