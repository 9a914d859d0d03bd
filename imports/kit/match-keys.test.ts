import fc from 'fast-check';
import { adultsMatchKeys } from '../adults/match-keys';
import { mapCorporateRow } from '../corporate-crm/map';
import { corporateMatchKeys } from '../corporate-crm/match-keys';
import { sources } from '../sources';
import { corporateRow, testFacts } from '../testing';
import { foldReference, referencesIn } from './fold-references';
import { foldEmail, foldPostcode, fullNames, matchKeysOf } from './match-keys';

describe('full names', () => {
  it.each([
    ['Imran Moss', ['imran moss']],
    ['  MOSS,  Imran ', ['imran moss']],
    ['Mrs Priya Taylor-Reed', ['priya reed taylor']],
    ['Zoë O’Hara', ['ohara zoe']],
    ['Ewan Lomas & Mary Begum', ['ewan lomas', 'begum mary']],
    ['Ewan and Mary Lomas', ['ewan lomas', 'lomas mary']],
  ])('are equal however they are written: %#', (written, names) => {
    expect(fullNames(written)).toEqual(names);
  });

  it.each(['', 'Lomas', 'Mr & Mrs Lomas', '?', 'Dr'])(
    'are none where nobody is named in full: %#',
    (written) => {
      expect(fullNames(written)).toEqual([]);
    },
  );

  it('do not depend on the order of their parts', () => {
    const part = fc.stringMatching(/^[a-zé]{2,8}$/);
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), (parts) => {
        expect(fullNames([...parts].reverse().join(' '))).toEqual(fullNames(parts.join(', ')));
      }),
    );
  });
});

describe('addresses', () => {
  it('are equal whatever their case and spaces', () => {
    expect([foldEmail(' A.Moss@Example.org '), foldPostcode('sk5 5gb')]).toEqual([
      'a.moss@example.org',
      'SK55GB',
    ]);
  });

  it.each(['', 'none', 'a@', 'two@example.org words'])('are none where nothing is one: %#', (written) => {
    expect([foldEmail(written), foldPostcode(written)]).toEqual([null, null]);
  });

  it('are none where half a postcode is written: many live there', () => {
    expect(foldPostcode('SK5')).toBeNull();
  });
});

describe('references', () => {
  it.each([
    ['see ASC-C-41998', 'ASCC41998'],
    ['per CSC 2198.', 'CSC2198'],
    ['(csc–2198)', 'CSC2198'],
    ['CRM-100278577', '100278577'],
    ['#100 278577', '100278577'],
    ['our ref 100278577, again', '100278577'],
  ])('are found in a text: %#', (text, reference) => {
    expect(referencesIn([text])).toContain(reference);
  });

  it.each(['at number 12', 'paid £40 in 2021', 'no'])('are not made of every number: %#', (text) => {
    expect(referencesIn([text]).filter((each) => /^\d+$/.test(each))).toEqual([]);
  });

  it('are found in a text by the reference that its own record has', () => {
    const reference = fc.oneof(
      fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String),
      fc.integer({ min: 1000, max: 99_999 }).map((number) => `CSC-${number}`),
      fc.integer({ min: 1000, max: 99_999 }).map((number) => `ASC-C-${number}`),
    );
    fc.assert(
      fc.property(reference, fc.constantFrom('', 'see ', 'Ref: ', '('), (written, before) => {
        expect(referencesIn([`${before}${written}, as said.`])).toContain(foldReference(written));
      }),
    );
  });

  it('are a bounded number, whatever a text holds', () => {
    const numbers = Array.from({ length: 500 }, (_, place) => String(100_000 + place));
    expect(referencesIn([numbers.join(', ')])).toHaveLength(20);
    fc.assert(fc.property(fc.string(), (text) => referencesIn([text]).length <= 20));
  });
});

describe('a matter', () => {
  it('holds the different words of a summary, short ones aside', () => {
    const { words } = matchKeysOf({
      ...{ receivedOn: '2021-05-04', name: null, email: null, postcode: null, references: [] },
      summary: 'The bin: THE bin is a café’s.',
    });
    expect(words).toEqual(['the', 'bin', 'cafes']);
  });

  it('of a corporate stage is its person, its words, and its reference with and without what is before the number', () => {
    const mapped = mapCorporateRow(
      corporateRow({
        ...{ 'Case Ref': 'CRM-100275363', Forename: 'Imran', Surname: 'Moss', Email: 'I@example.org' },
        ...{ Postcode: 'SK5 5GB', Summary: 'Left unfinished: CSC-2198' },
      }),
      testFacts,
    );
    expect(mapped.kind === 'taken' && corporateMatchKeys(mapped.record)).toEqual({
      ...{ receivedOn: '2021-06-01', names: ['imran moss'], email: 'i@example.org', postcode: 'SK55GB' },
      words: ['left', 'unfinished', 'csc', '2198'],
      references: ['CRM100275363', '100275363'],
      namesReferences: ['CSC2198'],
    });
  });

  it('of a corporate stage without a surname is of nobody', () => {
    const mapped = mapCorporateRow(corporateRow({ Forename: 'Imran Moss' }), testFacts);
    expect(mapped.kind === 'taken' && corporateMatchKeys(mapped.record).names).toEqual([]);
  });

  it("of a children's complaint is its person and words, on the day of its first stage", () => {
    const line = JSON.stringify({
      ...{
        caseNumber: 'CSC-2198',
        team: 'MASSH',
        complainant: { name: 'Moss, Imran' },
        summary: 'Left unfinished',
      },
      stages: [
        { stage: 2, startedAt: '2021-07-01T09:00:00+01:00' },
        { stage: 1, startedAt: '2021-06-03T09:00:00+01:00', elements: [{ description: '(100275363)' }] },
      ],
    });
    const source = sources.childrens;
    const mapped = source.map({ line: 1, cells: { '(line)': line } }, testFacts);
    expect(mapped.kind === 'taken' && source.matchKeys?.(mapped.record)).toMatchObject({
      ...{ receivedOn: '2021-06-03', names: ['imran moss'], email: null, words: ['left', 'unfinished'] },
      ...{ references: ['CSC2198'], namesReferences: ['100275363'] },
    });
  });

  it("of an adults' complaint is its reference alone", () => {
    const stage = { reference: 'ASC-C-41998', receivedOn: '2021-06-03', own: { lessons: 'As in CSC-2198' } };
    const matter = adultsMatchKeys(stage as unknown as Parameters<typeof adultsMatchKeys>[0]);
    expect(matter).toMatchObject({
      names: [],
      words: [],
      references: ['ASCC41998'],
      namesReferences: ['CSC2198'],
    });
  });

  it('is shown by the systems of complaints alone', () => {
    const shown = Object.values(sources).flatMap(({ name, matchKeys }) => (matchKeys ? [name] : []));
    expect(shown).toEqual(['corporate-crm', 'adults', 'childrens']);
  });
});
