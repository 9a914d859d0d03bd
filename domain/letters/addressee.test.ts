import fc from 'fast-check';
import { addresseeOf, type PartyOfLetter } from './addressee';

const party = (kind: PartyOfLetter['kind'], changes: Partial<PartyOfLetter> = {}): PartyOfLetter => ({
  ...{ kind, title: 'Ms', forename: 'Ada', surname: kind, address: '1 Any Street\n\n Anytown ' },
  ...{ postcode: 'AA1 1AA', email: null, ...changes },
});
const BOTH = [party('PERSON_CONCERNED'), party('REPRESENTATIVE')];

describe('whom a letter goes to', () => {
  it.each([
    ['GIVEN', 'Ms Ada REPRESENTATIVE'],
    ['NOT_NEEDED', 'Ms Ada REPRESENTATIVE'],
    ['AWAITED', 'Ms Ada PERSON_CONCERNED'],
    ['REFUSED', 'Ms Ada PERSON_CONCERNED'],
  ] as const)('is, with consent %s, %s', (consent, name) => {
    expect(addresseeOf(BOTH, consent)?.name).toBe(name);
  });

  it('is who complains before whom it concerns, never a child or who was appointed', () => {
    expect(addresseeOf([...BOTH, party('COMPLAINANT')], 'AWAITED')?.name).toBe('Ms Ada COMPLAINANT');
    expect(addresseeOf([party('CHILD'), party('APPOINTED')], 'GIVEN')).toBeNull();
  });

  it('has the lines of the address with the postcode, once', () => {
    expect(addresseeOf([party('COMPLAINANT')], 'NOT_NEEDED')).toEqual({
      ...{ name: 'Ms Ada COMPLAINANT', salutation: 'Ms COMPLAINANT', email: null },
      lines: ['1 Any Street', 'Anytown', 'AA1 1AA'],
    });
    const within = party('COMPLAINANT', { address: 'Anytown aa1 1aa' });
    expect(addresseeOf([within], 'NOT_NEEDED')?.lines).toEqual(['Anytown aa1 1aa']);
    expect(addresseeOf([party('COMPLAINANT', { address: null })], 'NOT_NEEDED')?.lines).toEqual([]);
  });

  it('never has an empty line or a name of spaces, whatever was recorded', () => {
    const text = fc.option(fc.string());
    const any = fc.record({
      title: text,
      forename: text,
      surname: text,
      address: text,
      postcode: text,
      email: text,
    });
    fc.assert(
      fc.property(any, (changes) => {
        const found = addresseeOf([party('COMPLAINANT', changes)], 'NOT_NEEDED');
        for (const said of [found?.name, found?.salutation, found?.email, ...(found?.lines ?? [])])
          expect(said === null || said?.trim() !== '').toBe(true);
      }),
    );
  });
});
