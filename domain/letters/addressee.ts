import type { Consent } from '../procedure/case-state';

/** Somebody of a complaint, as far as letters need to know them. */
export interface PartyOfLetter {
  readonly kind: 'COMPLAINANT' | 'REPRESENTATIVE' | 'PERSON_CONCERNED' | 'CHILD' | 'APPOINTED';
  readonly title: string | null;
  readonly forename: string | null;
  readonly surname: string | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly email: string | null;
}

/** To whom a letter goes. What is not recorded is null, or no line. */
export interface Addressee {
  readonly name: string | null;
  /** How the letter greets them, after "Dear". */
  readonly salutation: string | null;
  readonly lines: readonly string[];
  readonly email: string | null;
}

const said = (text: string | null): string[] => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? [] : [trimmed];
};
const joined = (parts: readonly string[]): string | null => (parts.length === 0 ? null : parts.join(' '));

/**
 * To whom letters of a complaint go: a representative, where nobody has to agree or the person concerned did; else who complains,
 * else whom it concerns. Null where nobody of them is kept.
 */
export function addresseeOf(parties: readonly PartyOfLetter[], consent: Consent): Addressee | null {
  const first = (kind: PartyOfLetter['kind']) => parties.find((party) => party.kind === kind) ?? null;
  const mayRepresent = consent === 'GIVEN' || consent === 'NOT_NEEDED';
  const chosen =
    (mayRepresent ? first('REPRESENTATIVE') : null) ?? first('COMPLAINANT') ?? first('PERSON_CONCERNED');
  return chosen && addressOf(chosen);
}

function addressOf({ title, forename, surname, address, postcode, email }: PartyOfLetter): Addressee {
  const lines = (address ?? '').split(/\r?\n/).flatMap(said);
  const [last] = said(postcode);
  const hasPostcode =
    last === undefined || lines.some((line) => line.toUpperCase().includes(last.toUpperCase()));
  return {
    name: joined([...said(title), ...said(forename), ...said(surname)]),
    salutation: greeting({ title, forename, surname }),
    // A postcode alone is no address.
    lines: lines.length === 0 || hasPostcode ? lines : [...lines, last],
    email: said(email)[0] ?? null,
  };
}

/** By title and last name, where both are recorded; else by the whole name. */
function greeting({ title, forename, surname }: Pick<PartyOfLetter, 'title' | 'forename' | 'surname'>) {
  const [byTitle, byName] = [said(title), said(surname)];
  if (byTitle.length > 0 && byName.length > 0) return joined([...byTitle, ...byName]);
  return joined([...said(forename), ...byName]);
}
